# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Language level, build types, warnings and sanitizers, for every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()
# The core adds -O3 for itself; the rest is not faster for it.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-g -O1")

# Programs and libraries find each other relative to themselves: nothing absolute is compiled in.
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/archive")
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
add_link_options("LINKER:--enable-new-dtags")

# Eigen's aligned allocation and fixed-size layouts otherwise follow the vector flags of each
# translation unit: a matrix allocated in one variant and freed in another would corrupt the heap.
add_compile_definitions(EIGEN_MAX_ALIGN_BYTES=64 EIGEN_MAX_STATIC_ALIGN_BYTES=32)

# What is fused says so (core/tensor/multiplyadd.h). Left to the compiler, products and sums would be
# fused in one copy of a function and not in another, and the same numbers would have other bits.
add_compile_options(-ffp-contract=off)

if(INKLING_WARNINGS)
  add_compile_options(
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-float-conversion
    -Wno-missing-field-initializers # those that are not named keep their defaults
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wextra-semi)
endif()

if(INKLING_SANITIZE)
  # vptr needs type information that hidden visibility withholds.
  add_compile_options(-fsanitize=${INKLING_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${INKLING_SANITIZE})
endif()

# inkling_unite(<target> [APART <folder>…]): with INKLING_UNITE, what stands in one folder is compiled
# as one file: headers are read once instead of dozens of times. So a name in an anonymous namespace
# is used once in a folder. Folders that are named APART stay file by file.
function(inkling_unite target)
  if(NOT INKLING_UNITE)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "APART")
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  get_target_property(top ${target} SOURCE_DIR)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${top}")
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${top}" OUTPUT_VARIABLE name)
    cmake_path(GET name PARENT_PATH folder)
    if(NOT folder IN_LIST arg_APART)
      string(MAKE_C_IDENTIFIER "in_${folder}" group)
      set_source_files_properties("${source}" TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
    endif()
  endforeach()
endfunction()
