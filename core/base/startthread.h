// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace inkling {

/// A thread that runs `body`, which must not throw. Throws Error if the system refuses it.
template <typename Body>
std::thread startThread(Body body) {
  try {
    return std::thread(std::move(body));
  } catch (const std::system_error& error) {
    throw Error("The system refuses to start another thread (" + error.code().message() +
                "): close other programs, or use fewer threads.");
  }
}

}  // namespace inkling
