// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/autosave.h"

#include "core/base/files.h"
#include "core/base/startthread.h"
#include "core/io/modelfile.h"

#include <new>
#include <utility>

namespace inkling {

Autosave::Autosave(std::filesystem::path file, Seconds interval)
    : m_file(std::move(file)),
      m_pace(interval, AutosavePace::Clock::now()) {}

Autosave::~Autosave() {
  {
    const std::lock_guard lock(m_mutex);
    m_over = true;
  }
  m_changed.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

int Autosave::begin() {
  const std::lock_guard lock(m_mutex);
  m_open = true;
  return ++m_run;
}

bool Autosave::due(int run, bool epochEnd) {
  const std::lock_guard lock(m_mutex);
  const auto now = AutosavePace::Clock::now();
  const bool busy = m_next || m_writing;
  if (!m_open || run != m_run || busy || !m_pace.due(now, epochEnd)) return false;
  m_asked = now;
  return true;
}

void Autosave::save(int run, CheckpointPtr checkpoint) {
  const std::lock_guard lock(m_mutex);
  if (!m_open || run != m_run) return;
  const auto now = AutosavePace::Clock::now();
  const auto copying = m_asked == AutosavePace::Clock::time_point() ? Seconds(0) : now - m_asked;
  m_asked = {};
  m_pace.taken(now, copying);
  m_next = std::move(checkpoint);
  try {
    if (!m_thread.joinable()) m_thread = startThread([this] { work(); });
  } catch (...) {
    m_next.reset();
    note(std::current_exception());
  }
  m_changed.notify_all();
}

void Autosave::discard() {
  const std::lock_guard lock(m_mutex);
  m_open = false;
  m_next.reset();
  m_unwanted = m_writing;
  if (!m_writing) remove();
}

void Autosave::flush() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return !m_next && !m_writing; });
}

long Autosave::written() const {
  const std::lock_guard lock(m_mutex);
  return m_written;
}

std::string Autosave::takeProblem() {
  std::exception_ptr problem;
  {
    const std::lock_guard lock(m_mutex);
    problem.swap(m_problem);
  }
  try {
    if (problem) std::rethrow_exception(problem);
  } catch (const std::bad_alloc&) {
    return "Cannot save " + m_file.string() + ": there is not enough memory.";
  } catch (const std::exception& failed) {
    return failed.what();
  }
  return {};
}

void Autosave::work() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_changed.wait(lock, [this] { return m_next || m_over; });
    if (!m_next) return;
    write(lock);
    m_changed.notify_all();
  }
}

void Autosave::write(std::unique_lock<std::mutex>& lock) {
  CheckpointPtr checkpoint = std::exchange(m_next, nullptr);
  m_writing = true;
  lock.unlock();
  const auto began = AutosavePace::Clock::now();
  std::exception_ptr problem;
  try {
    saveCheckpoint(m_file, *checkpoint);
  } catch (...) {
    problem = std::current_exception();
  }
  checkpoint.reset();
  const auto ended = AutosavePace::Clock::now();
  lock.lock();
  m_writing = false;
  m_pace.taken(ended, m_pace.cost() + (ended - began));
  if (problem) {
    note(problem);
  } else {
    m_failing = false;
    ++m_written;
  }
  if (std::exchange(m_unwanted, false)) remove();
}

void Autosave::note(std::exception_ptr problem) {
  if (!std::exchange(m_failing, true)) m_problem = std::move(problem);
}

void Autosave::remove() {
  try {
    removeAll(m_file);
  } catch (...) {
    note(std::current_exception());
  }
}

}  // namespace inkling
