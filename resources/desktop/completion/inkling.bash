# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion for bash: files, and the options that inkling --help lists.

_inkling() {
  local last=${COMP_WORDS[COMP_CWORD]} words=(-f)
  [[ $last != -* ]] || words=(-W "$("${COMP_WORDS[0]}" --help 2>/dev/null | grep -oE -- '--[a-z-]+')")
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "${words[@]}" -- "$last")
}

complete -F _inkling inkling
