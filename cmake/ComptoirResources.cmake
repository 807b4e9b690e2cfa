# SPDX-License-Identifier: GPL-3.0-or-later
# Everything a program reads besides its database is inside it, under these resource prefixes:
#   :/sql/console, :/sql/central, :/sql/central-postgres   migrations (in store, central, postgres)     :/demo, :/openapi  (central, service)
#   :/icons, :/styles, :/fonts     (ui)                                :/i18n                   translations (ui)
# Qt links the resource objects of a static library into whatever links it and initialises them before main():
# a program needs no Q_INIT_RESOURCE.

# Embeds the files of resources/<folder> that match the patterns, under :/<prefix>, keeping subfolders.
function(comptoir_embed module folder prefix)
    set(root "${PROJECT_SOURCE_DIR}/resources/${folder}")
    list(TRANSFORM ARGN PREPEND "${root}/" OUTPUT_VARIABLE patterns)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${patterns})
    get_target_property(type comptoir_${module} TYPE)
    if(NOT files OR type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    string(MAKE_C_IDENTIFIER "comptoir_${module}_${prefix}" name)
    qt_add_resources(comptoir_${module} ${name} PREFIX "/${prefix}" BASE "${root}" OUTPUT_TARGETS objects FILES ${files})
    set_target_properties(${objects} PROPERTIES AUTOMOC OFF)
endfunction()

function(comptoir_fonts)
    get_target_property(type comptoir_ui TYPE)
    if(type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    # Inter (OFL) from Debian's fonts-inter; without it the console uses the system's sans serif.
    set(fonts "")
    foreach(style Regular Medium SemiBold)
        find_file(COMPTOIR_INTER_${style} NAMES Inter-${style}.otf
            PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter NO_DEFAULT_PATH)
        if(COMPTOIR_INTER_${style})
            configure_file("${COMPTOIR_INTER_${style}}" "${CMAKE_BINARY_DIR}/fonts/Inter-${style}.otf" COPYONLY)
            list(APPEND fonts "${CMAKE_BINARY_DIR}/fonts/Inter-${style}.otf")
        endif()
    endforeach()
    if(fonts)
        qt_add_resources(comptoir_ui comptoir_ui_inter PREFIX "/fonts" BASE "${CMAKE_BINARY_DIR}/fonts"
            OUTPUT_TARGETS objects FILES ${fonts})
        set_target_properties(${objects} PROPERTIES AUTOMOC OFF)
    else()
        message(STATUS "Inter not found (Debian: fonts-inter); the console will use the system font")
    endif()
endfunction()

# The catalogues; `ninja update_translations` collects the texts of ui and app into the .ts files.
function(comptoir_translations)
    file(GLOB catalogues CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/translations/*.ts")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/ui/*.cpp" "${PROJECT_SOURCE_DIR}/ui/*.h"
        "${PROJECT_SOURCE_DIR}/app/comptoir/*.cpp" "${PROJECT_SOURCE_DIR}/app/comptoir/*.h")
    get_target_property(type comptoir_ui TYPE)
    if(NOT catalogues OR NOT sources OR type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    qt_add_translations(comptoir_ui TS_FILES ${catalogues} RESOURCE_PREFIX "/i18n" SOURCES ${sources}
        LUPDATE_OPTIONS -no-obsolete -locations none)
endfunction()

function(comptoir_resources)
    comptoir_embed(store sql/console sql/console *.sql)
    comptoir_embed(central sql/central sql/central *.sql)
    comptoir_embed(postgres sql/central-postgres sql/central-postgres *.sql)
    comptoir_embed(central demo demo *)
    comptoir_embed(service openapi openapi *.json)
    comptoir_embed(ui icons icons *.svg)
    comptoir_embed(ui styles styles *)
    comptoir_fonts()
    comptoir_translations()
endfunction()
