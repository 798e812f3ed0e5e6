// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

namespace inkling::ui {

/// One kind of work beside the window, of which only the newest job counts: starting another one
/// cancels the job under way and drops its result. Used from one thread. The destructor cancels and
/// joins.
///
/// Exceptions end here, all of them: what the work or `applied` throws, and a thread that cannot be
/// started, become a sentence.
class Background final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Background)
public:
  using Failed = std::function<void(const QString& sentence)>;

  explicit Background(QObject* parent = nullptr);
  ~Background() override;

  /// `work(cancel)` runs on a thread of its own at lower priority; it looks at `cancel` now and
  /// then and returns soon, with anything, when it is true. Then, unless the job was cancelled, one
  /// of the other two is called on this object's thread, never from within start(): `applied` with
  /// the result (with nothing if there is none), or `failed`.
  template <typename Work, typename Applied>
  void start(Work work, Applied applied, Failed failed) {
    using Result = std::invoke_result_t<const Work&, const std::atomic<bool>&>;
    startJob({[work = std::move(work),
               applied = std::move(applied)](const std::atomic<bool>& cancel) -> Apply {
                if constexpr (std::is_void_v<Result>) {
                  work(cancel);
                  return applied;
                } else {
                  auto result = std::make_shared<Result>(work(cancel));
                  return [applied, result] { applied(std::move(*result)); };
                }
              },
              std::move(failed)});
  }
  void cancel();
  /// Will a result or a failure come?
  bool busy() const { return m_awaited; }

private:
  using Apply = std::function<void()>;
  struct Job {
    std::function<Apply(const std::atomic<bool>& cancel)> work;
    Failed failed;
  };

  void startJob(Job job);
  /// What has become of a job. Made before its thread is: there may be no memory for it later.
  struct Outcome {
    int number = 0;
    Failed failed;
    Apply apply;
    std::exception_ptr error;
  };
  using OutcomePtr = std::shared_ptr<Outcome>;

  void begin();
  void work(const Job& job, const std::atomic<bool>& cancel, const OutcomePtr& outcome);
  void post(const OutcomePtr& outcome);
  void finish(const Outcome& outcome);

  std::thread m_thread;
  std::shared_ptr<std::atomic<bool>> m_cancel;
  Job m_next;
  std::atomic<bool> m_over = false;  ///< nobody waits for what comes
  int m_number = 0;
  bool m_running = false;  ///< m_thread, with the newest job or a cancelled one
  bool m_awaited = false;
};

}  // namespace inkling::ui
