# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Seconds after which a test is taken to hang: far more than any takes, also beside other work.
set(INKLING_TEST_TIMEOUT 300)
if(INKLING_SANITIZE)
  set(INKLING_TEST_TIMEOUT 3000)
endif()

# Every tst_*.cpp is a test of CTest; those of a folder are one program, because starting to link
# takes longer than most of them.

# inkling_test_support(<area> LIBRARIES <libraries>… HEADERS <headers>…): the library
# inkling-test-<area> of the helpers in tests/<area>/support. The headers are precompiled once, here,
# for all tests of the area.
function(inkling_test_support area)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADERS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS support/*.cpp support/*.h)
  set(target inkling-test-${area})
  add_library(${target} STATIC ${sources})
  inkling_unite(${target})
  target_compile_options(${target} PRIVATE ${INKLING_TEST_FLAGS})
  target_link_libraries(${target} PUBLIC ${arg_LIBRARIES})
  target_precompile_headers(${target} PRIVATE ${arg_HEADERS})
endfunction()

# inkling_tests(<area> [EXCEPT <pattern>]): tests/<area>/layers/tst_dense.cpp becomes part of the program
# tst_<area>_layers and the test <area>/layers/dense with the labels <area> and, unless it is one of
# INKLING_SLOW_TESTS, "quick".
function(inkling_tests area)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "EXCEPT" "")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" tst_*.cpp)
  if(arg_EXCEPT)
    list(FILTER sources EXCLUDE REGEX "${arg_EXCEPT}")
  endif()
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    string(JOIN "/" path ${area} ${folder})
    list(APPEND paths ${path})
    list(APPEND "sources_${path}" ${source})
  endforeach()
  list(REMOVE_DUPLICATES paths)
  foreach(path IN LISTS paths)
    string(REPLACE "/" "_" target "tst_${path}")
    inkling_test_program(${target} ${sources_${path}})
    target_link_libraries(${target} PRIVATE inkling-test-${area})
    target_precompile_headers(${target} REUSE_FROM inkling-test-${area})
    foreach(source IN LISTS sources_${path})
      string(REGEX REPLACE "^.*tst_(.*)\\.cpp$" "\\1" name "${source}")
      add_test(NAME ${path}/${name} COMMAND ${target} ${name})
      set(labels ${area})
      if(NOT ${path}/${name} IN_LIST INKLING_SLOW_TESTS)
        list(APPEND labels quick)
      endif()
      set_tests_properties(
        ${path}/${name}
        PROPERTIES LABELS "${labels}" TIMEOUT ${INKLING_TEST_TIMEOUT} ENVIRONMENT "${INKLING_TEST_ENVIRONMENT}"
                   WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
      if(area MATCHES "core|ui")
        inkling_locale_test(${path}/${name} ${target} ${name})
      endif()
    endforeach()
  endforeach()
endfunction()

# inkling_locale_test(<test> <target> <name>): the same test once more as de_DE/<test> with the label
# "locale", in a language that writes 0,5. It is skipped, and says so, where that cannot be had.
function(inkling_locale_test test target name)
  set(environment ${INKLING_TEST_ENVIRONMENT})
  list(TRANSFORM environment REPLACE "^LC_ALL=.*" "LC_ALL=de_DE.UTF-8")
  # At the same time as the other, so with a home of its own.
  list(TRANSFORM environment REPLACE "/tests/home" "/tests/home/de_DE")
  add_test(NAME de_DE/${test} COMMAND ${target} ${name})
  set_tests_properties(
    de_DE/${test}
    PROPERTIES LABELS locale TIMEOUT ${INKLING_TEST_TIMEOUT} SKIP_RETURN_CODE 77
               ENVIRONMENT
               "${environment};LOCPATH=${INKLING_TEST_LOCALES};INKLING_TEST_LOCALE=de_DE.UTF-8"
               WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
endfunction()

# inkling_test_program(<target> <sources>…): with the area's main.cpp or else that of tests/support.
# Each source includes its own .moc. One step makes that file; AUTOMOC would take three for every
# program.
function(inkling_test_program target)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}_moc")
  set(main "${CMAKE_CURRENT_SOURCE_DIR}/main.cpp")
  if(NOT EXISTS "${main}")
    set(main "${PROJECT_SOURCE_DIR}/tests/support/main.cpp")
  endif()
  add_executable(${target} ${ARGN} "${main}")
  inkling_unite(${target})
  foreach(source IN LISTS ARGN)
    cmake_path(GET source STEM name)
    qt6_generate_moc(${source} "${folder}/${name}.moc" TARGET ${target})
    target_sources(${target} PRIVATE "${folder}/${name}.moc")
  endforeach()
  target_include_directories(${target} PRIVATE "${folder}")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${INKLING_TEST_BIN_DIR}")
  # As the library is compiled whose precompiled headers it reads; CMake gives programs -fPIE.
  target_compile_options(${target} PRIVATE ${INKLING_TEST_FLAGS} -fPIC)
endfunction()
