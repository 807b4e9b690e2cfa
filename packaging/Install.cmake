# SPDX-License-Identifier: GPL-3.0-or-later
# Where things are installed, and the Debian packages comptoir (the console) and comptoird (the service).
include(GNUInstallDirs)
set(packaging "${PROJECT_SOURCE_DIR}/packaging")

# comptoir_gzip(<file> <destination> <component> <name>): installs it compressed, as Debian's policy has it.
function(comptoir_gzip file destination component name)
    set(packed "${CMAKE_BINARY_DIR}/packaging/${component}/${name}.gz")
    find_program(COMPTOIR_GZIP gzip REQUIRED)
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/packaging/${component}")
    execute_process(COMMAND "${COMPTOIR_GZIP}" -9nc "${file}" OUTPUT_FILE "${packed}" COMMAND_ERROR_IS_FATAL ANY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    install(FILES "${packed}" DESTINATION "${destination}" COMPONENT ${component})
endfunction()

foreach(program comptoir comptoird)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT ${program})
    endif()
    comptoir_gzip("${packaging}/man/${program}.1" "${CMAKE_INSTALL_MANDIR}/man1" ${program} ${program}.1)
    comptoir_gzip("${packaging}/changelog.Debian" "${CMAKE_INSTALL_DATAROOTDIR}/doc/${program}" ${program} changelog)
    install(FILES "${packaging}/copyright" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${program}" COMPONENT ${program})
endforeach()
install(FILES "${packaging}/org.comptoir.Comptoir.desktop" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/applications" COMPONENT comptoir)
install(FILES "${packaging}/org.comptoir.Comptoir.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/metainfo" COMPONENT comptoir)
install(FILES "${packaging}/org.comptoir.Comptoir.svg"
    DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/icons/hicolor/scalable/apps" COMPONENT comptoir)
install(FILES "${packaging}/nginx/comptoir.conf" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/comptoird/examples" COMPONENT comptoird)
install(FILES "${packaging}/systemd/comptoird.service" DESTINATION lib/systemd/system COMPONENT comptoird)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME comptoir)
set(CPACK_PACKAGE_VENDOR "The Comptoir authors")
set(CPACK_PACKAGE_CONTACT "The Comptoir authors <comptoir@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL comptoir comptoird)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPTOIR_PACKAGE_NAME comptoir)
set(CPACK_DEBIAN_COMPTOIRD_PACKAGE_NAME comptoird)
set(CPACK_DEBIAN_COMPTOIR_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_COMPTOIRD_PACKAGE_SECTION net)
# The SQL and the X11 plug-ins are loaded by name, so no link says that they are needed.
set(CPACK_DEBIAN_COMPTOIR_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins")
set(CPACK_DEBIAN_COMPTOIRD_PACKAGE_DEPENDS "libqt6sql6-sqlite")
set(CPACK_DEBIAN_COMPTOIR_PACKAGE_SUGGESTS "tigervnc-viewer, baresip-core")
set(CPACK_COMPONENT_COMPTOIR_DESCRIPTION "offline-first help-desk console
 The window in which a public-sector IT call-centre works: the caller is on
 screen as the telephone rings, tickets are written with or without the
 network, and the caller's machine is one key away.")
set(CPACK_COMPONENT_COMPTOIRD_DESCRIPTION "service of the Comptoir help-desk console
 Keeps every console and every organisation in agreement: REST over HTTP,
 SQLite inside, import of people, inventory and ticket logs.")
include(CPack)
