// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Marks what other libraries and programs may use of the core. Everything else stays hidden, so
// that no inline function compiled for one instruction set is ever called by code for another.
#define INKLING_CORE_API __attribute__((visibility("default")))
