// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressbar.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace inkling::cli {
namespace {

using namespace std::chrono_literals;

int terminalWidth() {
  winsize size{};
  constexpr int kUsual = 80;
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
  return size.ws_col;
}

}  // namespace

ProgressBar::ProgressBar() : m_terminal(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() { clear(); }

bool ProgressBar::due() const {
  return Clock::now() - m_last >= (m_terminal ? std::chrono::milliseconds(100) : 5000ms);
}

void ProgressBar::update(double share, const std::string& before, const std::string& after) {
  if (!due()) return;
  m_last = Clock::now();
  const int done = static_cast<int>(std::floor(100 * std::clamp(share, 0.0, 1.0)));
  const std::string percent = std::to_string(done) + " %";
  if (!m_terminal) {
    std::cerr << before << ", " << percent << ", " << after << std::endl;
    return;
  }
  constexpr int kLongest = 40;
  const int text = static_cast<int>(before.size() + after.size() + percent.size()) + 7;
  const int cells = std::clamp(terminalWidth() - text, 4, kLongest);
  const auto full = static_cast<std::size_t>(done * cells / 100);
  std::cerr << "\r\033[K" << before << " [" << std::string(full, '#')
            << std::string(static_cast<std::size_t>(cells) - full, '-') << "] " << percent << "  "
            << after << std::flush;
  m_drawn = true;
}

void ProgressBar::clear() {
  if (!m_drawn) return;
  std::cerr << "\r\033[K" << std::flush;
  m_drawn = false;
}

}  // namespace inkling::cli
