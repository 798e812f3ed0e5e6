// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/lookfixture.h"

#include "ui/pages/look/layerstack.h"
#include "ui/pages/look/layerview.h"
#include "ui/pages/look/lookpage.h"
#include "ui/widgets/canvas/inkcanvas.h"

#include <QScrollArea>
#include <QTabWidget>

namespace inkling::test {

using namespace ui;

bool LookFixture::open(bool train) {
  if (!ready()) return false;
  if (train) {
    click("toggleButton");
    if (!QTest::qWaitFor([this] { return state() == Training::State::Finished; }, kLong))
      return false;
  }
  click("lookPageButton");
  return QTest::qWaitFor([this] { return session->model() && stack()->layerCount() > 0; }, kLong);
}

bool LookFixture::openConvolution() {
  if (!ready()) return false;
  Recipe recipe = session->recipe();
  recipe.layers = {
      LayerSpec::conv2d(4, 3), LayerSpec::of(LayerKind::ReLU), LayerSpec::maxPool2d(2),
      LayerSpec::conv2d(3, 3), LayerSpec::of(LayerKind::ReLU), LayerSpec::of(LayerKind::Flatten),
      LayerSpec::dense(10)};
  session->setRecipe(recipe);
  click("rewindButton");
  click("lookPageButton");
  return QTest::qWaitFor([this] { return stack()->layerCount() == 7; }, kLong);
}

void LookFixture::tab(int index) { find<QTabWidget>("lookTabs")->setCurrentIndex(index); }

void LookFixture::draw(QPoint from) {
  QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
  for (int y = 0; y <= 110; y += 5) QTest::mouseMove(canvas(), from + QPoint(y / 10, y));
  QTest::mouseRelease(canvas(), Qt::LeftButton, {}, from + QPoint(11, 110));
}

void LookFixture::clickUnit(int layer, const UnitAt& unit) {
  auto* view = stack()->view(layer);
  const LayerLayout layout = view->layoutNow();
  const QRect place = layout.place(unit.channel);
  const QPoint inside = layout.isImage() ? QPoint(unit.x, unit.y) * layout.pixel() +
                                               QPoint(layout.pixel(), layout.pixel()) / 2
                                         : place.center() - place.topLeft();
  find<QScrollArea>("layerScroll")->ensureWidgetVisible(view);
  QTest::mouseClick(view, Qt::LeftButton, {}, place.topLeft() + inside);
}

Glyph LookFixture::glyph() const {
  return canvas()->glyph() ? *canvas()->glyph() : renderGlyph(canvas()->ink());
}

LookPage* LookFixture::page() const { return find<LookPage>("lookPage"); }

LayerStack* LookFixture::stack() const { return page()->stack(); }

InkCanvas* LookFixture::canvas() const { return find<InkCanvas>("lookCanvas"); }

}  // namespace inkling::test
