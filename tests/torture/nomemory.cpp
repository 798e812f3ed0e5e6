// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library to be loaded before all others (LD_PRELOAD), in which allocations fail;
// tests/torture/memory says what for. An allocation is known by its call stack, of which only the
// places within the libraries count, so that it has the same number in every run. From main() on,
//
//   NOMEMORY_RECORD=FILE    appends a line for each call stack that is new: its number in
//   hexadecimal,
//                           then its frames, from the inside, as LIBRARY+0xOFFSET
//   NOMEMORY_FAIL=NUMBER    lets the first allocation with that call stack fail
//   NOMEMORY_FOREVER=1      … and all that come after it, in any thread

#include <array>
#include <atomic>
#include <cerrno>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <unistd.h>
#include <unwind.h>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

constexpr int kMostFrames = 64;
constexpr std::size_t kMostStacks = 1 << 16;

struct Stack {
  std::array<std::uintptr_t, kMostFrames> frames;
  int depth = 0;
  std::uint64_t number = 0;
};

std::atomic<bool> inMain{false};
std::atomic<bool> failed{false};
int record = -1;
std::uint64_t wanted = 0;
bool forever = false;
std::array<std::atomic<std::uint64_t>, kMostStacks> known{};
std::uintptr_t ownBegin = 0;  ///< of this library, whose frames do not count
std::uintptr_t ownEnd = 0;
// In the thread's first block, so that to ask for it allocates nothing.
__attribute__((tls_model("initial-exec"))) thread_local bool busy = false;

_Unwind_Reason_Code gather(_Unwind_Context* context, void* to) {
  auto& stack = *static_cast<Stack*>(to);
  const std::uintptr_t at = _Unwind_GetIP(context);
  if (at == 0 || stack.depth == kMostFrames) return _URC_END_OF_STACK;
  if (at >= ownBegin && at < ownEnd) return _URC_NO_REASON;
  stack.frames[static_cast<std::size_t>(stack.depth++)] = at;
  return _URC_NO_REASON;
}

void take(Stack& stack) {
  constexpr std::uint64_t kPrime = 0x100000001b3;  // FNV-1a
  _Unwind_Backtrace(gather, &stack);
  stack.number = 0xcbf29ce484222325;
  for (int i = 0; i < stack.depth; ++i) {
    const std::uintptr_t at = stack.frames[static_cast<std::size_t>(i)];
    dl_find_object found{};
    if (_dl_find_object(reinterpret_cast<void*>(at), &found) != 0) continue;
    const auto begin = reinterpret_cast<std::uintptr_t>(found.dlfo_map_start);
    const auto end = reinterpret_cast<std::uintptr_t>(found.dlfo_map_end);
    for (const std::uintptr_t part : {at - begin, end - begin})
      stack.number = (stack.number ^ part) * kPrime;
  }
}

bool isNew(std::uint64_t number) {
  for (std::size_t i = 0; i < kMostStacks; ++i) {
    std::uint64_t there = 0;
    auto& place = known[(number + i) % kMostStacks];
    if (place.compare_exchange_strong(there, number)) return true;
    if (there == number) return false;
  }
  return false;
}

void writeDown(const Stack& stack) {
  static std::atomic_flag writing;
  constexpr std::size_t kLongest = kMostFrames * 320;
  static std::array<char, kLongest> line;
  while (writing.test_and_set(std::memory_order_acquire)) {
  }
  auto used =
      static_cast<std::size_t>(std::snprintf(line.data(), kLongest, "%016" PRIx64, stack.number));
  for (int i = 0; i < stack.depth; ++i) {
    const std::uintptr_t at = stack.frames[static_cast<std::size_t>(i)];
    dl_find_object found{};
    if (_dl_find_object(reinterpret_cast<void*>(at), &found) != 0) continue;
    const char* name = found.dlfo_link_map->l_name;
    used += static_cast<std::size_t>(
        std::snprintf(line.data() + used, kLongest - used, " %.255s+0x%" PRIxPTR,
                      *name != 0 ? name : "program", at - found.dlfo_link_map->l_addr));
  }
  line[used++] = '\n';
  [[maybe_unused]] const ssize_t written = ::write(record, line.data(), used);
  writing.clear(std::memory_order_release);
}

bool failsHere() {
  Stack stack;
  take(stack);
  if (record >= 0 && isNew(stack.number)) writeDown(stack);
  return wanted != 0 && stack.number == wanted && !failed.exchange(true);
}

/// Shall this allocation fail?
bool fails() {
  if (!inMain || busy) return false;
  if (failed) return forever;
  if (record < 0 && wanted == 0) return false;
  const int error = errno;
  busy = true;
  const bool result = failsHere();
  busy = false;
  errno = error;
  return result;
}

void* nothing() {
  errno = ENOMEM;
  return nullptr;
}

using Main = int (*)(int, char**, char**);
Main realMain = nullptr;

int mainFromHere(int argc, char** argv, char** environment) {
  inMain = true;
  return realMain(argc, argv, environment);
}

__attribute__((constructor)) void begin() {
  if (const char* file = std::getenv("NOMEMORY_RECORD"))
    record = ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (const char* number = std::getenv("NOMEMORY_FAIL"))
    wanted = std::strtoull(number, nullptr, 16);
  forever = std::getenv("NOMEMORY_FOREVER") != nullptr;
  dl_find_object own{};
  if (_dl_find_object(reinterpret_cast<void*>(&begin), &own) == 0) {
    ownBegin = reinterpret_cast<std::uintptr_t>(own.dlfo_map_start);
    ownEnd = reinterpret_cast<std::uintptr_t>(own.dlfo_map_end);
  }
  Stack stack;
  take(stack);  // what the unwinder prepares, it prepares now
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return fails() ? nothing() : __libc_malloc(size); }

void* calloc(std::size_t count, std::size_t size) {
  return fails() ? nothing() : __libc_calloc(count, size);
}

void* realloc(void* old, std::size_t size) {
  return fails() ? nothing() : __libc_realloc(old, size);
}

void* memalign(std::size_t alignment, std::size_t size) {
  return fails() ? nothing() : __libc_memalign(alignment, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return fails() ? nothing() : __libc_memalign(alignment, size);
}

int posix_memalign(void** to, std::size_t alignment, std::size_t size) {
  void* const got = fails() ? nullptr : __libc_memalign(alignment, size);
  if (got) *to = got;
  return got ? 0 : ENOMEM;
}

int __libc_start_main(Main main, int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*atEnd)(), void* stackEnd) {
  const auto real =
      reinterpret_cast<decltype(&__libc_start_main)>(dlsym(RTLD_NEXT, "__libc_start_main"));
  realMain = main;
  return real(mainFromHere, argc, argv, init, fini, atEnd, stackEnd);
}

}  // extern "C"
