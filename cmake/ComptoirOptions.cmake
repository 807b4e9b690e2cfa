# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and cache: the same flags everywhere, so that the compiler cache serves all presets and checkouts.
option(COMPTOIR_TESTS "Build the tests" ON)
option(COMPTOIR_PCH "Precompile the Qt and standard headers" ON)
option(COMPTOIR_UNITY "Compile the sources of each module a dozen at a time: a fresh build takes a third of the time" OFF)
option(COMPTOIR_WERROR "Treat warnings as errors" ON)
option(COMPTOIR_PLANTS "Let the simulator plant known bugs (core/base/Planted.h); never in what users run" OFF)
option(COMPTOIR_FUZZ "Build the fuzzers of tests/fuzz and no other test; needs clang" OFF)
set(COMPTOIR_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Executables compile with -fPIC like the libraries, so that both can use one precompiled header.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE "-fPIC")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(COMPTOIR_CCACHE ccache)
if(COMPTOIR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What two presets compile alike is compiled once: paths below the sources are taken as relative ones, and -Werror makes no other object.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_IGNOREOPTIONS=-Werror "${COMPTOIR_CCACHE}")
endif()

if(NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-fuse-ld")
    find_program(COMPTOIR_MOLD mold)
    find_program(COMPTOIR_LLD ld.lld)
    if(COMPTOIR_MOLD)
        add_link_options(-fuse-ld=mold)
    elseif(COMPTOIR_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()

if(COMPTOIR_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(COMPTOIR_SANITIZE)
    add_compile_options(-fsanitize=${COMPTOIR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${COMPTOIR_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    add_link_options(-Wl,-z,relro,-z,now)
endif()
