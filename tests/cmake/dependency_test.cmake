# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)
# Shows that a link the table does not permit fails, and one it permits does not: cmake -P dependency_test.cmake
set(table "${CMAKE_CURRENT_LIST_DIR}/../../cmake/DependencyTable.cmake")

# expect(<holds|fails> <module> <visibility> <links> …): what a module's call of comptoir_check_links comes to.
function(expect verdict module visibility)
    set(script "${CMAKE_CURRENT_BINARY_DIR}/dependency_case.cmake")
    file(WRITE "${script}" "cmake_minimum_required(VERSION 3.25)\ninclude(\"${table}\")\ncomptoir_check_links(${module} ${visibility} ${ARGN})\n")
    execute_process(COMMAND "${CMAKE_COMMAND}" -P "${script}" RESULT_VARIABLE code ERROR_VARIABLE said OUTPUT_QUIET)
    file(REMOVE "${script}")
    if((code EQUAL 0 AND verdict STREQUAL "fails") OR (NOT code EQUAL 0 AND verdict STREQUAL "holds"))
        message(SEND_ERROR "${module} ${visibility} ${ARGN}: expected that it ${verdict}\n${said}")
    endif()
    if(verdict STREQUAL "fails" AND NOT said MATCHES "DependencyTable.cmake")
        message(SEND_ERROR "the refusal does not name the table: ${said}")
    endif()
endfunction()

expect(holds store PUBLIC domain wire)
expect(holds store PRIVATE Qt6::Sql SQLite::SQLite3)
expect(holds ui PRIVATE desk)
expect(fails store PUBLIC Qt6::Sql)
expect(fails domain PUBLIC store)
expect(fails ui PRIVATE store)
expect(fails ui PUBLIC Qt6::Network)
expect(fails central PRIVATE Qt6::Network)
expect(fails desk PUBLIC store)
expect(fails unheard_of PUBLIC base)
