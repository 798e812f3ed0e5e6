// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace inkling::ui {

/// Seconds of a core that the calling thread has used so far.
double threadSeconds();

/// Keeps work beside a run so seldom that the run is hardly slowed down: every piece of work is
/// followed by a rest, so that it takes a hundredth of the machine at most.
class Pacer final {
public:
  explicit Pacer(int shortest = 500) : m_shortest(shortest) {}  ///< ms of rest

  bool due() const { return !m_since.isValid() || m_since.elapsed() >= m_rest; }
  void worked(double seconds);  ///< of one core; the rest begins now

private:
  int m_shortest;
  qint64 m_rest = 0;  ///< ms
  QElapsedTimer m_since;
};

}  // namespace inkling::ui
