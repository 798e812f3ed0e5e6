// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Presses, types, drags, wheels and closes at random in the real window. What is done stands on
// standard output, numbered: --seed and --acts do it again up to there.

#include "core/io/atomicfile.h"
#include "tests/torture/windowmonkey.h"
#include "ui/mainwindow/application.h"

#include <QCommandLineParser>
#include <QDir>
#include <QTimer>

#include <climits>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

namespace {

using inkling::torture::Places;
using inkling::torture::WindowMonkey;

void addSets(Places& places) {
  places.addSet(QStringLiteral("two"), 30, {.side = 8, .classes = 2});
  places.addSet(QStringLiteral("narrow"), 200, {.classes = 26, .width = 20});
  places.addSet(QStringLiteral("big"), 6000, {.side = 32});
  places.addSet(QStringLiteral("many"), 200, {.side = 64, .classes = 62});
  places.addSet(QStringLiteral("sorted"), 200, {.sorted = true});
  places.addSet(QStringLiteral("greek"), 200, {.classes = 26});
  std::string names;
  for (int i = 0; i < 26; ++i) names += "Ωμέγα " + std::to_string(i) + "\n";
  inkling::writeFileAtomically(places.file(QStringLiteral("greek/classes.txt")).toStdString(),
                               names);
}

/// Ends the program when nothing has been done for long: the window hangs.
class Watchdog {
public:
  explicit Watchdog(const std::atomic<int>& acts) : m_thread([this, &acts] { watch(acts); }) {}
  ~Watchdog() {
    {
      const std::lock_guard lock(m_mutex);
      m_ended = true;
    }
    m_changed.notify_all();
    m_thread.join();
  }

private:
  void watch(const std::atomic<int>& acts) {
    constexpr std::chrono::minutes kPatience{2};
    std::unique_lock lock(m_mutex);
    for (int last = -1; !m_ended;) {
      m_changed.wait_for(lock, kPatience, [this] { return m_ended; });
      if (m_ended) return;
      if (acts == last) {
        std::fprintf(stderr, "The window hangs at act %d.\n", last);
        std::abort();
      }
      last = acts;
    }
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_ended = false;
  std::thread m_thread;
};

int run(std::uint64_t seed, int acts, double minutes) {
  Places places;
  addSets(places);
  using namespace std::chrono;
  const auto time = duration_cast<milliseconds>(duration<double, std::ratio<60>>(minutes));
  WindowMonkey monkey(places, seed, acts, QDeadlineTimer(time));
  const Watchdog watchdog(monkey.acts());
  QObject::connect(&monkey, &WindowMonkey::ended, qApp, &QCoreApplication::quit,
                   Qt::QueuedConnection);
  monkey.begin();
  QApplication::exec();
  for (const QString& fault : monkey.faults()) std::printf("  %s\n", qUtf8Printable(fault));
  std::printf("seed %llu: %d acts, %d windows, %lld faults\n",
              static_cast<unsigned long long>(seed), monkey.acts().load(), monkey.windows(),
              static_cast<long long>(monkey.faults().size()));
  return monkey.faults().isEmpty() ? 0 : 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  QCoreApplication::setOrganizationName(QStringLiteral("InklingTest"));
  QCoreApplication::setApplicationName(QStringLiteral("monkey"));
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const inkling::ui::Application application(argc, argv);
  QApplication::setQuitOnLastWindowClosed(false);
  QCommandLineParser parser;
  const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("What chance begins with."),
                                QStringLiteral("n"), QStringLiteral("1"));
  const QCommandLineOption acts(QStringLiteral("acts"), QStringLiteral("At most so many acts."),
                                QStringLiteral("n"), QString::number(INT_MAX));
  const QCommandLineOption minutes(QStringLiteral("minutes"), QStringLiteral("At most so long."),
                                   QStringLiteral("n"), QStringLiteral("10"));
  parser.addHelpOption();
  parser.addOptions({seed, acts, minutes});
  parser.process(application);
  return run(parser.value(seed).toULongLong(), parser.value(acts).toInt(),
             parser.value(minutes).toDouble());
}
