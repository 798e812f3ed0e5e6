// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inkling::test {

/// While it lives, the system starts `more` threads for this process and refuses all others.
class RefusedThreads final {
public:
  explicit RefusedThreads(int more = 0);
  ~RefusedThreads();
  RefusedThreads(const RefusedThreads&) = delete;
  RefusedThreads& operator=(const RefusedThreads&) = delete;
};

}  // namespace inkling::test
