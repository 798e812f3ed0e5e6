// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well the window reads pen digits: canvasdigits STROKES [step [--held-out]]. Writes every
// step-th digit of a stroke file (default 10) with mouse events on the canvas of the real window
// and looks at what the panel shows when the pen is lifted; a digit that was taken for several is
// wrong. The ten writers with the highest numbers are left out, or with --held-out are the only
// ones.

#include "core/ink/strokefile.h"
#include "tests/bench/penways.h"
#include "tests/bench/ui/benchwindow.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"

#include <QApplication>
#include <QMouseEvent>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace inkling;

namespace {

void send(QWidget& canvas, QEvent::Type type, const InkPoint& p) {
  const double side = std::min(canvas.width(), canvas.height()) - 2.0;
  const QPointF at((canvas.width() - side) / 2 + std::round(side * p.x / bench::kCanvas),
                   (canvas.height() - side) / 2 + std::round(side * p.y / bench::kCanvas));
  const bool up = type == QEvent::MouseButtonRelease;
  QMouseEvent event(type, at, canvas.mapToGlobal(at),
                    type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                    up ? Qt::NoButton : Qt::LeftButton, {});
  QCoreApplication::sendEvent(&canvas, &event);
}

void write(QWidget& canvas, const Ink& ink) {
  for (const Stroke& stroke : ink) {
    send(canvas, QEvent::MouseButtonPress, stroke.points.front());
    for (const InkPoint& p : stroke.points) send(canvas, QEvent::MouseMove, p);
    send(canvas, QEvent::MouseButtonRelease, stroke.points.back());
  }
}

void measure(ui::CanvasPanel& panel, const std::vector<PenDigit>& digits, std::size_t step) {
  for (const bench::Way& way : bench::kWays) {
    if (way.brush > 0) continue;
    int count = 0, right = 0, several = 0, refused = 0;
    for (std::size_t i = 0; i < digits.size(); i += step) {
      panel.canvas()->clear();
      write(*panel.canvas(), bench::replay(digits[i].ink, way));
      QCoreApplication::processEvents();
      const auto& read = panel.digits();
      ++count;
      several += read.size() > 1 ? 1 : 0;
      right += read.size() == 1 && read[0].reading.digit == digits[i].label ? 1 : 0;
      refused += read.size() == 1 && !read[0].reading.sure ? 1 : 0;
    }
    std::printf("%-24s %5d digits: %6.2f %% right, %.2f %% not sure, %.2f %% taken for several\n",
                way.name, count, 100.0 * right / count, 100.0 * refused / count,
                100.0 * several / count);
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: canvasdigits STROKES [step [--held-out]]\n");
    return 2;
  }
  QApplication application(argc, argv);
  std::vector<PenDigit> digits = loadStrokeFile(argv[1]);
  bench::keepWriters(digits, argc > 3 && std::strcmp(argv[3], "--held-out") == 0);
  const int step = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10;
  bench::BenchWindow bench;
  QCoreApplication::processEvents();
  auto* canvas = bench.window.findChild<ui::InkCanvas*>(QStringLiteral("inkCanvas"));
  ui::CanvasPanel* panel = nullptr;
  for (QWidget* parent = canvas; parent != nullptr && panel == nullptr;
       parent = parent->parentWidget())
    panel = qobject_cast<ui::CanvasPanel*>(parent);
  measure(*panel, digits, static_cast<std::size_t>(step));
  return 0;
}
