// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace inkling::ui {

/// One kind of work beside the window, of which only the newest job counts: starting another one
/// cancels the job under way and drops its result. Used from one thread. The destructor cancels and
/// joins.
class Background final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Background)
public:
  /// Runs on this object's thread once the work is done.
  using Apply = std::function<void()>;
  /// Runs on a thread of its own at lower priority; looks at `cancel` now and then and returns soon
  /// when it is true. Must not throw.
  using Work = std::function<Apply(const std::atomic<bool>& cancel)>;

  explicit Background(QObject* parent = nullptr);
  ~Background() override;

  void start(Work work);
  void cancel();
  bool busy() const { return m_busy; }

private:
  void begin();
  void finish(int job, const Apply& apply);

  std::thread m_thread;
  std::shared_ptr<std::atomic<bool>> m_cancel;
  Work m_next;
  int m_job = 0;
  bool m_busy = false;
};

}  // namespace inkling::ui
