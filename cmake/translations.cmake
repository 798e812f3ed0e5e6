# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Compiles resources/translations/*.ts into the given library as :/i18n/<name>.qm, and offers the
# target update_translations, which brings the .ts files up to date with the texts in the sources.

# Found as programs, because the CMake package of the Linguist tools drags Designer in with it.
set(places "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}" /usr/lib/qt6/bin)
find_program(INKLING_LRELEASE NAMES lrelease lrelease6 lrelease-qt6 HINTS ${places})
find_program(INKLING_LUPDATE NAMES lupdate lupdate6 lupdate-qt6 HINTS ${places})
mark_as_advanced(INKLING_LRELEASE INKLING_LUPDATE)

function(inkling_add_translations target)
  if(NOT INKLING_LRELEASE OR NOT INKLING_LUPDATE)
    message(WARNING "Qt Linguist tools not found: the window will speak English only.")
    return()
  endif()
  file(GLOB ts_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/translations/*.ts")
  set(qm_files "")
  foreach(ts IN LISTS ts_files)
    cmake_path(GET ts STEM name)
    set(qm "${CMAKE_CURRENT_BINARY_DIR}/${name}.qm")
    add_custom_command(
      OUTPUT "${qm}"
      COMMAND "${INKLING_LRELEASE}" -silent "${ts}" -qm "${qm}"
      DEPENDS "${ts}"
      VERBATIM)
    list(APPEND qm_files "${qm}")
  endforeach()
  if(qm_files)
    qt_add_resources(${target} inkling_i18n PREFIX /i18n BASE "${CMAKE_CURRENT_BINARY_DIR}"
                     FILES ${qm_files})
  endif()

  add_custom_target(
    update_translations
    COMMAND "${CMAKE_COMMAND}" -E make_directory resources/translations
    COMMAND "${INKLING_LUPDATE}" -I . -locations none -no-ui-lines -extensions h,cpp ui app/gui
            -target-language zh_CN -ts resources/translations/inkling_zh_CN.ts
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    VERBATIM)
endfunction()
