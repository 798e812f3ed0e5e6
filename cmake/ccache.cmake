# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Compiles through ccache when it is there. The base directory and the relative paths let several
# checkouts of this repository share one cache.

# The sloppiness is what precompiled headers need: their own time and macros count through their hash.

find_program(INKLING_CCACHE ccache)
mark_as_advanced(INKLING_CCACHE)
if(INKLING_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${PROJECT_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_SLOPPINESS=pch_defines,time_macros;${INKLING_CCACHE}")
endif()
