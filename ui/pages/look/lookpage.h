// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/trace.h"
#include "core/data/ink.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QScrollArea;
class QTabWidget;
class QToolButton;

namespace inkling::ui {

class HealthPane;
class InkCanvas;
class LabPane;
class LayerStack;
class MapPane;
class Session;
class WeightsPane;
class WhyPane;

/// What happens inside the network while it reads the drawing: every layer, the arithmetic of any
/// value, and why the answer is what it is.
class LookPage final : public Page {
  Q_OBJECT
public:
  explicit LookPage(Session& session, QWidget* parent = nullptr);

  Icon pageIcon() const override { return Icon::Look; }
  QString title() const override { return tr("Look"); }
  QString purpose() const override;

  InkCanvas* canvas() const { return m_canvas; }
  LayerStack* stack() const { return m_stack; }

signals:
  void wanted();  ///< another page has sent an image: show this page

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  QWidget* buildLeft();
  QWidget* buildRight();
  void connectAll();
  void takeDrawing();
  void giveDrawing();
  void showSample(const Glyph& glyph, int label);
  void inkChanged();
  void onModelChanged();
  void read();
  void showAnswer();
  void showNothing(const QString& why);
  void showArithmetic();
  void slide();
  QStringList classNames() const;
  void retranslate();

  Session& m_session;
  InkCanvas* m_canvas;
  QLabel* m_answer;
  QComboBox* m_scale;
  QToolButton* m_clear;
  LayerStack* m_stack;
  QScrollArea* m_scroll;
  QLabel* m_hint;
  QTabWidget* m_tabs;
  QToolButton* m_play;
  QLabel* m_arithmetic;
  QLabel* m_softmax;
  WhyPane* m_why;
  WeightsPane* m_weights;
  MapPane* m_map;
  LabPane* m_lab;
  HealthPane* m_health;
  ModelPtr m_shown;  ///< the model in use when it was last read
  ModelPtr m_model;  ///< that reads: the same, or the changed copy of the lab
  std::unique_ptr<Trace> m_trace;
  Glyph m_glyph{};
  int m_label = -1;      ///< of the sample that is looked at
  bool m_drawn = false;  ///< the canvas was changed on this page
  QTimer m_pause;        ///< between two models
  QTimer m_slide;
};

}  // namespace inkling::ui
