#!/bin/sh
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake/manpage.sh PROGRAM DATE OTHER: prints the manual page of PROGRAM, made of what it and its
# commands say with --help; OTHER is another page to see.
set -eu

program=$1
date=$2
other=$3
name=${program##*/}

# help COMMAND…: as the installed program says it.
help() { "$program" "$@" --help | sed "s|^Usage: [^ ]*$name|Usage: $name|"; }

# The names of the commands in a help text.
commands() { awk '/^[A-Z].*:$/ { here = $0 == "Subcommands:" } here && /^  [^ ]/ { print $1 }'; }

# A help text in roff, as a "page" or as the part of a "command".
roff() {
  awk -v kind="$1" '
    function escaped(text) {
      gsub(/\\/, "\\e", text)
      gsub(/-/, "\\-", text)
      gsub(/,/, ",\\:", text)  # a line may end there
      return text ~ /^[.\047]/ ? "\\&" text : text
    }
    /^Usage: / {
      usage = substr($0, 8)
      next
    }
    /^[A-Z][a-z]*:$/ {
      listed = $0 != "Subcommands:"
      if (listed) body = body (kind == "page" ? ".SH " toupper(substr($0, 1, length($0) - 1)) : ".P\n" $0) "\n"
      entry = 0
      next
    }
    /^  [^ ]/ {
      entry = 1
      shown = listed && !(kind == "command" && /^  -h,/)  # once is enough
      if (!shown) next
      line = substr($0, 3)
      sub(/[{]false[}]/, "", line)
      gap = match(line, /  +[^ ]/)
      body = body ".TP\n.B " escaped(gap ? substr(line, 1, gap - 1) : line) "\n"
      if (gap) body = body escaped(substr(line, gap + RLENGTH - 1)) "\n"
      next
    }
    /^   / {
      sub(/^ +/, "")
      if (shown) body = body escaped($0) "\n"
      next
    }
    /^Exit status: / {
      status = substr($0, 14)
      next
    }
    /./ {
      if (entry) footer = footer escaped($0) "\n"
      else about = about escaped($0) "\n"
    }
    END {
      if (kind == "page") printf ".SH SYNOPSIS\n.B %s\n.SH DESCRIPTION\n%s", escaped(usage), about
      else printf ".SS %s\n%s", escaped(usage), about
      printf "%s", body
      if (footer) printf ".P\n%s", footer
      if (kind == "page" && status) printf ".SH \"EXIT STATUS\"\n%s\n", escaped(status)
    }'
}

# describe COMMAND…: a command, or those that it is made of.
describe() {
  parts=$(help "$@" | commands)
  [ -n "$parts" ] || help "$@" | roff command
  for part in $parts; do (describe "$@" "$part"); done
}

version=$("$program" --version)
printf '.\\" Made of what %s says with --help.\n' "$name"
printf '.TH %s 1 %s "%s" "User Commands"\n' "$(echo "$name" | tr '[:lower:]' '[:upper:]')" "$date" \
  "Inkling ${version##* }"
printf '.ad l\n.SH NAME\n%s \\- %s\n' "$name" \
  "$(help | sed -n '/^Usage: /d; /./ { s/[.]$//; s/^T/t/; p; q; }')"
page=$(help | roff page)
printf '%s\n' "$page" | sed '/^\.SH "EXIT STATUS"/,$d'
if [ -n "$(help | commands)" ]; then
  printf '.SH COMMANDS\n'
  describe
fi
printf '%s\n' "$page" | sed -n '/^\.SH "EXIT STATUS"/,$p'
printf '.SH "SEE ALSO"\n.BR %s (1)\n' "$(echo "$other" | sed 's/-/\\-/g')"
