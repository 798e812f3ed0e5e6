# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion for bash: inkling-cli itself says what can follow.

_inkling_cli() {
  local words=() line i
  # Bash takes field=value for three words.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if ((i > 1)) && [[ ${COMP_WORDS[i]} == =* || ${COMP_WORDS[i - 1]} == *= ]]; then
      words[-1]+=${COMP_WORDS[i]}
    else
      words+=("${COMP_WORDS[i]}")
    fi
  done
  local last=${words[-1]} before=
  # Only what comes after the last "=" is replaced.
  [[ $last != *=* || $COMP_WORDBREAKS != *=* ]] || before=${last%"${last##*=}"}
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files | :folders)
        compopt -o filenames 2>/dev/null
        [[ $line = :files ]] && i=-f || i=-d
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$i" -- "${last##*=}")
        ;;
      *)
        line=${line%%$'\t'*}
        [[ $line != *= ]] || compopt -o nospace 2>/dev/null
        COMPREPLY+=("${line#"$before"}")
        ;;
    esac
  done < <("${COMP_WORDS[0]}" complete -- "${words[@]}" 2>/dev/null)
}

complete -F _inkling_cli inkling-cli
