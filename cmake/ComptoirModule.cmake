# SPDX-License-Identifier: GPL-3.0-or-later
include(DependencyTable)

# The warnings and definitions of all our own code.
function(comptoir_flags target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
    if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # At -O2 GCC 12 sees overlaps and overruns inside std::string that are not there; clang-tidy and ASan watch these.
        target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
            -Wno-stringop-overread -Wno-maybe-uninitialized)
    endif()
    if(COMPTOIR_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER)
endfunction()

# comptoir_links(<result> a Qt6::B …): names of modules become their targets.
function(comptoir_links result)
    set(links "")
    foreach(name IN LISTS ARGN)
        if(DEFINED COMPTOIR_PUBLIC_${name})
            list(APPEND links comptoir_${name})
        else()
            list(APPEND links ${name})
        endif()
    endforeach()
    set(${result} ${links} PARENT_SCOPE)
endfunction()

# The headers of Qt Core and the standard library, compiled once for every module. Only what all modules link.
set(COMPTOIR_PCH_CORE <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <tuple> <unordered_map> <utility> <variant> <vector> <tl/expected.hpp>
    <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonObject> <QJsonArray> <QJsonDocument> <QList> <QLoggingCategory>
    <QObject> <QString> <QStringList> <QTimer> <QUrl> <QVariant>)
set(COMPTOIR_PCH_UI ${COMPTOIR_PCH_CORE} <QAbstractTableModel> <QAction> <QApplication> <QBoxLayout> <QFormLayout>
    <QHeaderView> <QIcon> <QLabel> <QLineEdit> <QListView> <QMouseEvent> <QPainter> <QPushButton>
    <QStyledItemDelegate> <QTableView> <QToolButton> <QWidget>)

# What carries a precompiled header: of the modules here, of the tests in tests/ (there also when the modules are joined).
set(COMPTOIR_PCH_SOURCE "${CMAKE_BINARY_DIR}/pch/pch.cpp")
file(CONFIGURE OUTPUT "${COMPTOIR_PCH_SOURCE}" CONTENT "// Carries the precompiled header.\n")

function(comptoir_precompile target)
    if(NOT COMPTOIR_PCH)
        return()
    endif()
    if(NOT TARGET comptoir_pch)
        add_library(comptoir_pch STATIC "${COMPTOIR_PCH_SOURCE}")
        set_target_properties(comptoir_pch PROPERTIES AUTOMOC OFF)
        target_link_libraries(comptoir_pch PRIVATE Qt6::Core tl::expected)
        comptoir_flags(comptoir_pch)
        target_precompile_headers(comptoir_pch PRIVATE ${COMPTOIR_PCH_CORE})
    endif()
    target_precompile_headers(${target} REUSE_FROM comptoir_pch)
endfunction()

# comptoir_module(<name> FOLDER <folder> PUBLIC … PRIVATE …): the static library comptoir_<name> of all sources in the
# folder (and its subfolders). Who links it sees that folder and what it links publicly, and nothing else.
# A folder without sources is an interface library, so that the tree configures before a module is begun.
function(comptoir_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "PUBLIC;PRIVATE")
    comptoir_check_links(${name} PUBLIC ${arg_PUBLIC})
    comptoir_check_links(${name} PRIVATE ${arg_PRIVATE})
    comptoir_links(public ${arg_PUBLIC})
    comptoir_links(private ${arg_PRIVATE})

    set(root "${PROJECT_SOURCE_DIR}/${arg_FOLDER}")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${root}/*.cpp")
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${root}/*.h")
    list(REMOVE_ITEM sources "${root}/main.cpp")
    set(folders "${root}")
    foreach(header IN LISTS headers)
        cmake_path(GET header PARENT_PATH folder)
        list(APPEND folders "${folder}")
    endforeach()
    list(REMOVE_DUPLICATES folders)

    set(target comptoir_${name})
    if(NOT sources)
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE ${folders})
        target_link_libraries(${target} INTERFACE ${public} ${private})
        return()
    endif()
    add_library(${target} STATIC ${sources} ${headers})
    target_include_directories(${target} PUBLIC ${folders})
    target_link_libraries(${target} PUBLIC ${public} PRIVATE ${private})
    comptoir_flags(${target})
    if(COMPTOIR_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    elseif(name MATCHES "^(ui|console)$")
        if(COMPTOIR_PCH)
            target_precompile_headers(${target} PRIVATE ${COMPTOIR_PCH_UI})
        endif()
    else()
        comptoir_precompile(${target})
    endif()
    # Sources that meet names of other libraries which ours have too stand alone in every build.
    set_source_files_properties("${root}/OutsideNumber.cpp" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    if(COMPTOIR_PLANTS AND name MATCHES "^(base|store|sync|central)$")
        target_compile_definitions(${target} PRIVATE COMPTOIR_PLANTS)
    endif()
    if(name MATCHES "^(ui|console|service)$")
        target_compile_definitions(${target} PRIVATE COMPTOIR_VERSION="${PROJECT_VERSION}")
    endif()
endfunction()

# comptoir_program(<name> FOLDER <folder> MODULE <module>): the executable, once its main.cpp is there.
function(comptoir_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER;MODULE" "")
    set(main "${PROJECT_SOURCE_DIR}/${arg_FOLDER}/main.cpp")
    file(GLOB found CONFIGURE_DEPENDS "${main}")
    if(NOT found)
        message(STATUS "${arg_FOLDER}/main.cpp is not there yet: ${name} is not built")
        return()
    endif()
    add_executable(${name} "${main}")
    target_link_libraries(${name} PRIVATE comptoir_${arg_MODULE})
    target_compile_definitions(${name} PRIVATE COMPTOIR_VERSION="${PROJECT_VERSION}")
    comptoir_flags(${name})
endfunction()
