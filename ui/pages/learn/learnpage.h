// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"
#include "ui/pages/page.h"

class QSettings;
class QSplitter;

namespace inkling::ui {

class AdvicePanel;
class CanvasPane;
class CurvesPane;
class LessonText;
class Prompter;
class SamplesPane;
class Session;
class SettingsPanel;
class TrainingPlot;

/// Everything on one screen: settings, both curves, samples with predictions, the canvas.
class LearnPage final : public Page {
  Q_OBJECT
public:
  LearnPage(Session& session, Prompter& prompter, QWidget* parent = nullptr);

  Icon pageIcon() const override { return Icon::Learn; }
  QString title() const override { return tr("Learn"); }
  QString purpose() const override;

  void setLessonVisible(bool visible);
  void setAdviceWanted(bool on);
  void remember(QSettings& settings) const;  ///< splitters and axes
  void restore(const QSettings& settings);

signals:
  void dataFileWanted();
  void folderWanted();
  void recipeFileWanted();

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void build();
  void showLesson();
  void exportPlot(TrainingPlot* plot);
  void editRecipe(const inkling::Recipe& preset);

  Session& m_session;
  Prompter& m_prompter;
  SettingsPanel* m_settings;
  CurvesPane* m_curves;
  SamplesPane* m_samples;
  CanvasPane* m_canvas;
  LessonText* m_lesson;
  AdvicePanel* m_advice;
  QSplitter* m_columns;
  QSplitter* m_centre;
  bool m_lessonWanted = true;
};

}  // namespace inkling::ui
