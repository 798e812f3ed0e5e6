// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/learnpage.h"

#include "ui/dialogs/prompter.h"
#include "ui/pages/learn/advicepanel.h"
#include "ui/pages/learn/canvaspane.h"
#include "ui/pages/learn/curvespane.h"
#include "ui/pages/learn/lessontext.h"
#include "ui/pages/learn/recipe/recipeeditor.h"
#include "ui/pages/learn/samplespane.h"
#include "ui/pages/learn/settingspanel.h"
#include "ui/plots/trainingplot.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kSettingsWidth = 240;
constexpr int kLeastSettings = 220;
constexpr int kCanvasWidth = 270;
constexpr int kTallEnough = 640;     // for the whole lesson
constexpr int kSamplesHeight = 240;  // two rows of tiles

/// Scrolls up and down only: never narrower than what is in it.
class SettingsArea final : public QScrollArea {
public:
  explicit SettingsArea(QWidget* settings) {
    setObjectName(QStringLiteral("settingsScroll"));
    setWidget(settings);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  }

  QSize minimumSizeHint() const override {
    const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::max(kLeastSettings, width), QScrollArea::minimumSizeHint().height()};
  }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
  }
};

}  // namespace

LearnPage::LearnPage(Session& session, Prompter& prompter, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_prompter(prompter),
      m_settings(new SettingsPanel(session)),
      m_curves(new CurvesPane(session)),
      m_samples(new SamplesPane(session)),
      m_canvas(new CanvasPane(session, prompter)),
      m_lesson(new LessonText),
      m_columns(new QSplitter(Qt::Horizontal, this)),
      m_centre(new QSplitter(Qt::Vertical)) {
  setObjectName(QStringLiteral("learnPage"));
  build();
  showLesson();
  connect(&session, &Session::recipeChanged, this, &LearnPage::showLesson);
  connect(m_settings, &SettingsPanel::folderWanted, this, &LearnPage::folderWanted);
  connect(m_settings, &SettingsPanel::dataFileWanted, this, &LearnPage::dataFileWanted);
  connect(m_settings, &SettingsPanel::recipeFileWanted, this, &LearnPage::recipeFileWanted);
  connect(m_settings, &SettingsPanel::editWanted, this, &LearnPage::editRecipe);
  connect(m_settings, &SettingsPanel::failed, this, &LearnPage::failed);
  connect(m_advice, &AdvicePanel::noted, this, &LearnPage::noted);
  connect(m_canvas, &CanvasPane::failed, this, &LearnPage::failed);
  connect(m_curves, &CurvesPane::exportRequested, this, &LearnPage::exportPlot);
  connect(m_samples, &SamplesPane::copyToCanvas, m_canvas, &CanvasPane::setGlyph);
  connect(m_samples, &SamplesPane::failed, this, &Page::failed);
}

void LearnPage::build() {
  m_centre->setObjectName(QStringLiteral("learnCentre"));
  m_centre->setChildrenCollapsible(false);
  m_centre->addWidget(m_curves);
  m_centre->addWidget(m_samples);
  m_centre->setStretchFactor(0, 7);
  m_centre->setStretchFactor(1, 4);
  m_centre->setSizes({430, kSamplesHeight});

  m_lesson->setObjectName(QStringLiteral("lesson"));
  auto* centre = new QWidget;
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(2, 6, 2, 4);
  column->addWidget(m_lesson);
  m_advice = new AdvicePanel(m_session, *m_lesson);
  column->addWidget(m_centre, 1);

  auto* right = new QWidget;
  auto* rightColumn = new QVBoxLayout(right);
  rightColumn->setContentsMargins(4, 8, 8, 8);
  rightColumn->addWidget(m_canvas);

  m_columns->setObjectName(QStringLiteral("learnColumns"));
  m_columns->setChildrenCollapsible(false);
  for (QWidget* part : std::initializer_list<QWidget*>{new SettingsArea(m_settings), centre, right})
    m_columns->addWidget(part);
  m_columns->setStretchFactor(1, 1);
  m_columns->setSizes({kSettingsWidth, 640, kCanvasWidth});
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_columns);
}

QString LearnPage::purpose() const {
  return tr(
      "Train a network and watch it learn: settings, curves, samples and a canvas on one screen.");
}

void LearnPage::setLessonVisible(bool visible) {
  m_lessonWanted = visible;
  showLesson();
}

void LearnPage::setAdviceWanted(bool on) { m_advice->setAdviceWanted(on); }

void LearnPage::remember(QSettings& settings) const {
  settings.setValue(QStringLiteral("learn/columns"), m_columns->saveState());
  settings.setValue(QStringLiteral("learn/centre"), m_centre->saveState());
  settings.setValue(QStringLiteral("learn/curves"), m_curves->saveState());
  settings.setValue(QStringLiteral("learn/logLoss"), m_curves->loss()->isLogarithmic());
  settings.setValue(QStringLiteral("learn/logAccuracy"), m_curves->accuracy()->isLogarithmic());
}

void LearnPage::restore(const QSettings& settings) {
  m_columns->restoreState(settings.value(QStringLiteral("learn/columns")).toByteArray());
  m_centre->restoreState(settings.value(QStringLiteral("learn/centre")).toByteArray());
  m_curves->restoreState(settings.value(QStringLiteral("learn/curves")).toByteArray());
  m_curves->loss()->setLogarithmic(settings.value(QStringLiteral("learn/logLoss")).toBool());
  m_curves->accuracy()->setLogarithmic(
      settings.value(QStringLiteral("learn/logAccuracy")).toBool());
}

void LearnPage::showLesson() {
  const QString text = inWindowLanguage(m_session.recipe().lesson);
  m_lesson->setText(text);
  m_lesson->setVisible(m_lessonWanted && !text.isEmpty());
}

void LearnPage::exportPlot(TrainingPlot* plot) {
  const bool loss = plot == m_curves->loss();
  const QString name = QStringLiteral("%1-%2.png")
                           .arg(QString::fromStdString(m_session.recipe().name),
                                loss ? QStringLiteral("loss") : QStringLiteral("accuracy"));
  m_prompter.chooseFile(
      Prompter::File::SaveFigure, QDir::home().filePath(name), [this, plot](const QString& file) {
        if (file.isEmpty()) return;
        const QString problem = plot->exportTo(file);
        if (problem.isEmpty())
          emit noted(tr("Saved the curves as %1.").arg(QDir::toNativeSeparators(file)));
        else
          emit failed(problem);
      });
}

void LearnPage::editRecipe(const Recipe& preset) {
  Shape input{28, 28, 1};
  int classes = 10;
  if (m_session.data()) {
    input = m_session.data()->train->shape();
    classes = m_session.data()->classes();
  }
  auto* editor = new RecipeEditor(m_session.recipe(), preset, input, classes, m_prompter, window());
  connect(editor, &RecipeEditor::wanted, &m_session, &Session::setRecipe);
  editor->open();
}

void LearnPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_lesson->setMaxLines(height() < kTallEnough ? 2 : 5);
}

void LearnPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) showLesson();
}

}  // namespace inkling::ui
