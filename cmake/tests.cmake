# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every tst_*.cpp is a program of its own and a test of CTest.

# inkling_test_support(<area> LIBRARIES <libraries>… HEADERS <headers>…): the library
# inkling-test-<area> of the helpers in tests/<area>/support. The headers are precompiled once, here,
# for all tests of the area.
function(inkling_test_support area)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADERS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS support/*.cpp support/*.h)
  set(target inkling-test-${area})
  add_library(${target} STATIC ${sources})
  target_compile_options(${target} PRIVATE ${INKLING_TEST_FLAGS})
  target_link_libraries(${target} PUBLIC ${arg_LIBRARIES})
  target_precompile_headers(${target} PRIVATE ${arg_HEADERS})
endfunction()

# inkling_tests(<area>): tests/<area>/layers/tst_dense.cpp becomes the program
# tst_<area>_layers_dense and the test <area>/layers/dense with the label <area>.
function(inkling_tests area)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" tst_*.cpp)
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "tst_([^/]*)\\.cpp$" "\\1" name "${area}/${source}")
    string(REPLACE "/" "_" target "tst_${name}")
    inkling_test_program(${target} ${source})
    target_link_libraries(${target} PRIVATE inkling-test-${area})
    target_precompile_headers(${target} REUSE_FROM inkling-test-${area})
    add_test(NAME ${name} COMMAND ${target})
    set_tests_properties(
      ${name} PROPERTIES LABELS ${area} TIMEOUT 300 ENVIRONMENT "${INKLING_TEST_ENVIRONMENT}"
                         WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  endforeach()
endfunction()

# inkling_test_program(<target> <source>): one source, which includes its own .moc. One step makes
# that file; AUTOMOC would take three for every program.
function(inkling_test_program target source)
  cmake_path(GET source STEM name)
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/${name}.moc")
  add_executable(${target} ${source} "${moc}")
  qt6_generate_moc(${source} "${moc}" TARGET ${target})
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${target}_moc")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${INKLING_TEST_BIN_DIR}")
  target_compile_options(${target} PRIVATE ${INKLING_TEST_FLAGS})
endfunction()
