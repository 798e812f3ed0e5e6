# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Which instruction sets the core is compiled for.
#
# On x86-64 the same library is built twice: for any CPU in lib/, and for x86-64-v3 (AVX2 and FMA)
# in lib/glibc-hwcaps/x86-64-v3/. The dynamic linker loads the best one the machine can run, so
# there is no dispatch code. Where only one is wanted it is built for this machine's level.

include(CheckCXXCompilerFlag)
include(CheckCXXSourceRuns)

set(INKLING_X86_64 OFF)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$" AND CMAKE_SIZEOF_VOID_P EQUAL 8)
  check_cxx_compiler_flag(-march=x86-64-v3 INKLING_COMPILER_KNOWS_V3)
  set(INKLING_X86_64 ${INKLING_COMPILER_KNOWS_V3})
endif()

set(INKLING_HWCAPS "glibc-hwcaps/x86-64-v3")
set(INKLING_CORE_FLAGS "")
set(INKLING_CORE_V3 OFF)
if(INKLING_X86_64 AND INKLING_BOTH_VARIANTS)
  set(INKLING_CORE_V3 ON)
else()
  # A variant left over from another configuration would be loaded instead of the new library.
  file(REMOVE_RECURSE "${PROJECT_BINARY_DIR}/lib/glibc-hwcaps")
  if(INKLING_X86_64 AND NOT CMAKE_CROSSCOMPILING)
    check_cxx_source_runs(
      "int main() {
         return __builtin_cpu_supports(\"avx2\") && __builtin_cpu_supports(\"fma\")
             && __builtin_cpu_supports(\"bmi2\") ? 0 : 1; }"
      INKLING_MACHINE_HAS_V3)
    if(INKLING_MACHINE_HAS_V3)
      set(INKLING_CORE_FLAGS -march=x86-64-v3)
    endif()
  endif()
endif()
