#compdef inkling
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for zsh: files, and the options that inkling --help lists.

_arguments '*:file:_files' --
