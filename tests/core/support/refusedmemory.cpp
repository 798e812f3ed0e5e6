// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/refusedmemory.h"

#include <atomic>
#include <cstdlib>

namespace {

thread_local int allocationsLeft = -1;
thread_local bool allocationRefused = false;
std::atomic<bool> allRefused = false;

}  // namespace

// These stand before those of the standard library, for all libraries of the program.

void* operator new(std::size_t size) {
  if (allRefused) throw std::bad_alloc();
  if (allocationsLeft >= 0 && allocationsLeft-- == 0) {
    allocationRefused = true;
    throw std::bad_alloc();
  }
  if (void* const memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace inkling::test {

void refuseMemory(int after) {
  allocationsLeft = after;
  allocationRefused = false;
}

bool memoryWasRefused() { return allocationRefused; }

NoMemory::NoMemory() { allRefused = true; }
NoMemory::~NoMemory() { allRefused = false; }

}  // namespace inkling::test
