# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for fish: files, and the options that inkling --help lists.

complete -c inkling -n 'string match -q -- "-*" (commandline -ct)' \
    -a '(inkling --help 2>/dev/null | string match -r -a -- "--[a-z-]+")'
