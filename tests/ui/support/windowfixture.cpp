// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/windowfixture.h"

#include "app/pictures/qtpictures.h"
#include "core/base/folders.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/plots/trainingplot.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QLabel>
#include <QSettings>
#include <QToolButton>

namespace inkling::test {

namespace {

Recipe smallRecipe(const QString& data, const WindowFixture::Options& options) {
  Recipe recipe;
  recipe.name = "small";
  recipe.title = {{"en", "Small"}, {"zh_CN", "小"}};
  recipe.lesson = {{"en", "A lesson."}, {"zh_CN", "一课。"}};
  recipe.data.set = data.toStdString();
  recipe.data.validation = HeldOut::last(100);
  recipe.layers = {LayerSpec::dense(16), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  recipe.optimizer.kind = OptimizerKind::Momentum;
  recipe.optimizer.learningRate = 0.02;
  recipe.batch = options.batch;
  recipe.epochs = options.epochs;
  return recipe;
}

}  // namespace

WindowFixture::WindowFixture(const Options& options)
    : m_home(options.home.isEmpty() ? m_folder.path() : options.home) {
  if (options.home.isEmpty()) QSettings().clear();
  qputenv("XDG_DATA_HOME", file(QStringLiteral("user")).toUtf8());
  qputenv("XDG_STATE_HOME", file(QStringLiteral("state")).toUtf8());
  const QString data = file(QStringLiteral("toys"));
  writeToySet(data, options.train, 100);
  session = std::make_unique<ui::Session>(resourceFolder(), qtPictures());
  auto scripted = std::make_unique<ScriptedPrompter>();
  prompter = scripted.get();
  window = std::make_unique<ui::MainWindow>(*session, std::move(scripted));
  window->show();
  session->setRecipe(smallRecipe(data, options));
}

bool WindowFixture::ready() {
  return QTest::qWaitForWindowExposed(window.get()) &&
         QTest::qWaitFor(
             [this] { return session->data() && session->data()->train->count() <= 6000; }, 20000);
}

bool WindowFixture::open(const QString& folder) {
  window->openPath(folder);
  return QTest::qWaitFor(
      [&] { return session->data() && session->data()->name == folder.toStdString(); }, kLong);
}

bool WindowFixture::openSet(const QString& name, const ToyFormat& format, int train) {
  writeToySet(file(name), train, 50, format);
  return open(file(name));
}

bool WindowFixture::openFirstSet() { return open(file(QStringLiteral("toys"))); }

bool WindowFixture::train() {
  click("toggleButton");
  return QTest::qWaitFor([this] { return state() == ui::Training::State::Running; }, kLong) &&
         QTest::qWaitFor([this] { return state() == ui::Training::State::Finished; }, kLong);
}

void WindowFixture::click(const char* button) {
  auto* found = find<QToolButton>(button);
  if (!found || !found->isEnabled()) qFatal("no button %s to click", button);
  QTest::mouseClick(found, Qt::LeftButton);
}

void WindowFixture::trigger(const char* action) {
  auto* found = find<QAction>(action);
  if (!found) qFatal("no action %s", action);
  found->trigger();
}

QString WindowFixture::message() const { return window->messages()->text(); }

QString WindowFixture::text(const char* label) const { return find<QLabel>(label)->text(); }

ui::TrainingPlot* WindowFixture::plot(const char* name) const {
  return find<ui::TrainingPlot>(name);
}

ui::SampleTiles* WindowFixture::tiles() const { return find<ui::SampleTiles>("sampleTiles"); }

std::vector<float> WindowFixture::predictions() const {
  const auto& shown = tiles()->model()->predictions();
  return shown ? shown->probabilities : std::vector<float>();
}

}  // namespace inkling::test
