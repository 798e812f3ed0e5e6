// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/pen.h"

#include "core/ink/penwriter.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTest>

#include <algorithm>

namespace inkling::test {

namespace {

void move(QWidget& widget, QPoint to) {
  QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                    {});
  QCoreApplication::sendEvent(&widget, &event);
}

}  // namespace

Ink writtenDigit(int label, const QRectF& box, unsigned seed) {
  Random random(seed, RandomPurpose::Analysis, static_cast<std::uint32_t>(label));
  Ink ink = writeDigit(label, random);
  float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;
  for (const Stroke& stroke : ink) {
    for (const InkPoint& p : stroke.points) {
      left = std::min(left, p.x);
      top = std::min(top, p.y);
      right = std::max(right, p.x);
      bottom = std::max(bottom, p.y);
    }
  }
  const double scale = std::min(box.width() / std::max(1.0F, right - left),
                                box.height() / std::max(1.0F, bottom - top));
  for (Stroke& stroke : ink) {
    for (InkPoint& p : stroke.points) {
      p.x = static_cast<float>(box.center().x() + scale * (p.x - (left + right) / 2));
      p.y = static_cast<float>(box.center().y() + scale * (p.y - (top + bottom) / 2));
    }
  }
  return ink;
}

Ink writtenNumber(const QString& digits, unsigned seed) {
  Ink all;
  const double each = 0.96 / static_cast<double>(digits.size());
  for (qsizetype i = 0; i < digits.size(); ++i) {
    const QRectF box(0.02 + each * (static_cast<double>(i) + 0.1), 0.3, each * 0.8, 0.4);
    for (Stroke& stroke : writtenDigit(digits[i].digitValue(), box, seed))
      all.push_back(std::move(stroke));
  }
  return all;
}

void drawWithMouse(QWidget& canvas, const Ink& ink) {
  const double side = std::min(canvas.width(), canvas.height()) - 2.0;
  QRectF square(0, 0, side, side);
  square.moveCenter(QRectF(canvas.rect()).center());
  const auto place = [&](const InkPoint& p) {
    return QPointF(square.left() + p.x * side, square.top() + p.y * side).toPoint();
  };
  for (const Stroke& stroke : ink) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, place(stroke.points.front()));
    for (const InkPoint& p : stroke.points) move(canvas, place(p));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, place(stroke.points.back()));
  }
}

}  // namespace inkling::test
