#compdef inkling-cli
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for zsh: inkling-cli itself says what can follow.

local line word
for line in "${(@f)$($words[1] complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
  word=${line%%$'\t'*}
  # Names of files after "--option=" are completed without it.
  [[ $line == :* && $words[CURRENT] == -*=* ]] && compset -P '*='
  case $word in
    '') ;;
    :files) _files ;;
    :folders) _files -/ ;;
    *=) compadd -S '' -- "$word" ;;
    *) compadd -- "$word" ;;
  esac
done
