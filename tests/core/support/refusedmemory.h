// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QTest>

#include <new>

namespace inkling::test {

/// From now on `after` more calls of operator new by this thread succeed, the one after them throws
/// std::bad_alloc, all others succeed again. −1: none is to fail.
void refuseMemory(int after);
/// Has that call come by now?
bool memoryWasRefused();

/// While it lives, operator new throws std::bad_alloc in every thread.
class NoMemory final {
public:
  NoMemory();
  ~NoMemory();
  NoMemory(const NoMemory&) = delete;
  NoMemory& operator=(const NoMemory&) = delete;
};

/// Lets each allocation of `action` by this thread fail in turn, and returns how many there are.
/// The action may throw Error or std::bad_alloc; anything else ends the test program. It must ask
/// for as many each time: what it leaves, `before` undoes.
template <typename Action, typename Before = void (*)()>
int refuseEachAllocation(
    const Action& action, const Before& before = [] {}) {
  for (int after = 0;; ++after) {
    bool done = false;
    before();
    refuseMemory(after);
    try {
      action();
      done = true;
    } catch (const std::bad_alloc&) {
    } catch (const Error&) {
    }
    const bool refused = memoryWasRefused();
    refuseMemory(-1);
    if ((done && !refused) || QTest::currentTestFailed()) return after;
  }
}

}  // namespace inkling::test
