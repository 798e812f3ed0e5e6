// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/trace.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QScrollArea;
class QTabWidget;
class QToolButton;

namespace inkling::ui {

class Card;
class HealthPane;
class LabPane;
class LayerStack;
class MapPane;
class Session;
class SubjectPane;
class TrustPane;
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

  LayerStack* stack() const { return m_stack; }

signals:
  void wanted();  ///< another page has sent an image: show this page

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  QWidget* buildLeft();
  QWidget* buildRight();
  void connectAll();
  void connectPanes();
  void onModelChanged();
  bool running() const;
  void read();
  void showNothing(const QString& why);
  void showArithmetic();
  void showSoftmax();
  void slide();
  QStringList classNames() const;
  void retranslate();

  Session& m_session;
  SubjectPane* m_subject;
  Card* m_layers;
  QComboBox* m_scale;
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
  TrustPane* m_trust;
  ModelPtr m_shown;  ///< the model in use when it was last read
  ModelPtr m_model;  ///< that reads: the same, or the changed copy of the lab
  std::unique_ptr<Trace> m_trace;
  QTimer m_pause;  ///< between two models
  QTimer m_slide;
};

}  // namespace inkling::ui
