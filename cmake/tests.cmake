# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every tst_*.cpp is a program of its own and a test of CTest.

# A library of the test helpers in tests/<area>/support, if there are any.
function(inkling_test_support area)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS support/*.cpp support/*.h)
  set(target inkling-test-${area})
  if(sources)
    add_library(${target} STATIC ${sources})
    target_compile_options(${target} PRIVATE ${INKLING_TEST_FLAGS})
    target_link_libraries(${target} PUBLIC ${ARGN})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${ARGN})
  endif()
endfunction()

# inkling_tests(<area> <libraries>…): tests/<area>/layers/tst_dense.cpp becomes the program
# tst_<area>_layers_dense and the test <area>/layers/dense with the label <area>.
function(inkling_tests area)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" tst_*.cpp)
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "tst_([^/]*)\\.cpp$" "\\1" name "${area}/${source}")
    string(REPLACE "/" "_" target "tst_${name}")
    add_executable(${target} ${source})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${INKLING_TEST_BIN_DIR}")
    target_compile_options(${target} PRIVATE ${INKLING_TEST_FLAGS})
    target_link_libraries(${target} PRIVATE ${ARGN})
    add_test(NAME ${name} COMMAND ${target})
    set_tests_properties(
      ${name} PROPERTIES LABELS ${area} TIMEOUT 300 ENVIRONMENT "${INKLING_TEST_ENVIRONMENT}"
                         WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  endforeach()
endfunction()
