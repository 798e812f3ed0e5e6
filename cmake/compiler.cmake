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

if(INKLING_WARNINGS)
  add_compile_options(
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-float-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wextra-semi)
endif()

if(INKLING_SANITIZE)
  # vptr needs type information that hidden visibility withholds.
  add_compile_options(-fsanitize=${INKLING_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${INKLING_SANITIZE})
endif()
