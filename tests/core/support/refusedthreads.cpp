// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/refusedthreads.h"

#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <limits>
#include <pthread.h>

namespace {

std::atomic<int> threadsLeft{std::numeric_limits<int>::max()};

}  // namespace

// Stands before that of the C library, for all libraries of the program.
extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                              void* (*body)(void*), void* argument) noexcept {
  static const auto real =
      reinterpret_cast<decltype(&pthread_create)>(dlsym(RTLD_NEXT, "pthread_create"));
  if (threadsLeft.load() <= 0) return EAGAIN;
  --threadsLeft;
  return real(thread, attributes, body, argument);
}

namespace inkling::test {

RefusedThreads::RefusedThreads(int more) { threadsLeft = more; }

RefusedThreads::~RefusedThreads() { threadsLeft = std::numeric_limits<int>::max(); }

}  // namespace inkling::test
