// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes from a move of the pen to the updated bars on the screen: latency [seconds]
// [recipe …]. Digits are written in the real window, a point every 8 ms; a point is done when the
// window has been repainted with what was read in it. Measured at rest, one digit and four side by
// side, and then four while each recipe (handwriting, cnn and mlp if none is given) trains on all
// cores.

#include "core/base/folders.h"
#include "core/base/random.h"
#include "core/ink/penwriter.h"
#include "core/recipe/recipelibrary.h"
#include "tests/bench/ui/benchwindow.h"
#include "ui/widgets/canvas/inkcanvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kBetween{8};

double milliseconds(Clock::duration span) {
  return std::chrono::duration<double, std::milli>(span).count();
}

/// A move of the pen that knows when it was made.
class PenEvent final : public QMouseEvent {
public:
  PenEvent(QEvent::Type type, QPointF at)
      : QMouseEvent(type, at, at, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                    type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {}),
        made(Clock::now()) {}
  Clock::time_point made;
};

/// Knows when what was read has been painted.
class Application final : public QApplication {
public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    const auto* pen = dynamic_cast<PenEvent*>(event);
    const bool repainted = event->type() == QEvent::UpdateRequest && receiver == window;
    if (pen != nullptr) m_waiting.push_back(pen->made);
    const bool result = QApplication::notify(receiver, event);
    if (repainted) {
      for (const auto made : m_waiting) taken.push_back(milliseconds(Clock::now() - made));
      m_waiting.clear();
    }
    return result;
  }

  QObject* window = nullptr;
  std::vector<double> taken;

private:
  std::vector<Clock::time_point> m_waiting;
};

/// One digit over the canvas, or four side by side, point by point.
struct Writing {
  std::vector<std::pair<QEvent::Type, QPointF>> events;

  Writing(int digits, double side) {
    inkling::Random random(1, inkling::RandomPurpose::Analysis);
    for (int i = 0; i < digits; ++i) {
      const auto ink = inkling::writeDigit(static_cast<int>(random.below(10)), random);
      float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;
      for (const auto& stroke : ink)
        for (const auto& p : stroke.points) {
          left = std::min(left, p.x);
          right = std::max(right, p.x);
          top = std::min(top, p.y);
          bottom = std::max(bottom, p.y);
        }
      const double room = 0.8 * side / digits;
      const double scale = std::min(room / (right - left + 1), 0.8 * side / (bottom - top + 1));
      const double middle = side * (i + 0.5) / digits;
      const auto place = [&](const inkling::InkPoint& p) {
        return QPointF(middle + scale * (p.x - (left + right) / 2),
                       side / 2 + scale * (p.y - (top + bottom) / 2));
      };
      for (const auto& stroke : ink) {
        events.emplace_back(QEvent::MouseButtonPress, place(stroke.points.front()));
        for (const auto& p : stroke.points) events.emplace_back(QEvent::MouseMove, place(p));
        events.emplace_back(QEvent::MouseButtonRelease, place(stroke.points.back()));
      }
    }
  }
};

void print(const char* what, std::vector<double> taken, double seconds) {
  if (taken.empty()) return;
  std::sort(taken.begin(), taken.end());
  const auto at = [&](double share) {
    return taken[static_cast<std::size_t>(share * static_cast<double>(taken.size() - 1))];
  };
  double load = 0;
  static_cast<void>(getloadavg(&load, 1));
  std::printf(
      "%-28s %6zu points in %.0f s: median %.2f ms, 99 %% %.2f ms, worst %.2f ms; load %.1f\n",
      what, taken.size(), seconds, at(0.5), at(0.99), taken.back(), load);
  std::fflush(stdout);
}

/// Writes over and over for some seconds.
void measure(Application& application, inkling::ui::InkCanvas& canvas, const char* what, int digits,
             int seconds) {
  const Writing writing(digits, std::min(canvas.width(), canvas.height()));
  std::atomic<bool> stop = false;
  application.taken.clear();
  std::thread pen([&] {
    auto next = Clock::now();
    while (!stop) {
      QMetaObject::invokeMethod(&canvas, &inkling::ui::InkCanvas::clear, Qt::QueuedConnection);
      for (const auto& [type, at] : writing.events) {
        std::this_thread::sleep_until(next += kBetween);
        if (stop) break;
        next = std::max(next, Clock::now() - kBetween);
        QCoreApplication::postEvent(&canvas, new PenEvent(type, at));
      }
    }
  });
  QEventLoop loop;
  QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
  loop.exec();
  stop = true;
  pen.join();
  QCoreApplication::removePostedEvents(&canvas);
  print(what, application.taken, seconds);
}

}  // namespace

int main(int argc, char* argv[]) {
  Application application(argc, argv);
  inkling::bench::BenchWindow bench;
  inkling::ui::Session& session = bench.session;
  application.window = &bench.window;
  auto* canvas = bench.window.findChild<inkling::ui::InkCanvas*>(QStringLiteral("inkCanvas"));
  const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
  std::vector<std::string> recipes(argv + std::min(argc, 2), argv + argc);
  if (recipes.empty()) recipes = {"handwriting", "cnn", "mlp"};

  QTimer::singleShot(3000, &application, [&] {
    measure(application, *canvas, "at rest, one digit", 1, seconds);
    measure(application, *canvas, "at rest, four digits", 4, seconds);
    for (const std::string& name : recipes) {
      inkling::Recipe recipe = inkling::findRecipe(name, inkling::resourceFolder());
      recipe.epochs = 1000;
      session.rewind();
      session.setRecipe(recipe);
      session.toggle();
      const std::string what = name + " trains, ";
      measure(application, *canvas, (what + "one digit").c_str(), 1, seconds);
      measure(application, *canvas, (what + "four digits").c_str(), 4, seconds);
    }
    QCoreApplication::exit(0);
  });
  return QApplication::exec();
}
