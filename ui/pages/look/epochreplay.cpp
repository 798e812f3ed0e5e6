// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/epochreplay.h"

#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kStep = 700;  // ms for each epoch

}  // namespace

EpochReplay::EpochReplay(Session& session, QWidget* parent)
    : QWidget(parent),
      m_models(session),
      m_play(new QToolButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_epoch(new QLabel(this)) {
  setObjectName(QStringLiteral("epochReplay"));
  m_play->setObjectName(QStringLiteral("replayPlay"));
  m_play->setCheckable(true);
  m_play->setIcon(icon(Icon::Play));
  m_play->setFocusPolicy(Qt::TabFocus);
  m_slider->setObjectName(QStringLiteral("replayEpoch"));
  m_slider->setPageStep(1);
  m_epoch->setObjectName(QStringLiteral("replayLabel"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_play);
  row->addWidget(m_slider, 1);
  row->addWidget(m_epoch);
  m_timer.setInterval(kStep);
  connect(&m_models, &EpochModels::changed, this, &EpochReplay::updateRange);
  connect(m_slider, &QSlider::valueChanged, this, &EpochReplay::choose);
  connect(m_play, &QToolButton::toggled, this, &EpochReplay::play);
  connect(&m_timer, &QTimer::timeout, this, &EpochReplay::step);
  updateRange();
  retranslate();
}

// One place more than there are epochs: the newest model, which may be in the middle of one.
void EpochReplay::updateRange() {
  const auto& models = m_models.models();
  const bool newest = m_slider->value() == m_slider->maximum();
  const auto found = std::find(models.begin(), models.end(), m_model);
  {
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, static_cast<int>(models.size()));
    m_slider->setValue(newest || found == models.end() ? m_slider->maximum()
                                                       : static_cast<int>(found - models.begin()));
  }
  setEnabled(models.size() > 1);
  choose(m_slider->value());
}

void EpochReplay::choose(int epoch) {
  const auto& models = m_models.models();
  const auto at = static_cast<std::size_t>(epoch);
  const ModelPtr model = at < models.size() ? models[at] : nullptr;
  if (model != m_model) {
    m_model = model;
    emit chosen();
  }
  describe();
}

void EpochReplay::play(bool on) {
  m_play->setIcon(icon(on ? Icon::Pause : Icon::Play));
  if (!on) return m_timer.stop();
  m_slider->setValue(0);
  m_timer.start();
}

void EpochReplay::step() {
  m_slider->setValue(m_slider->value() + 1);
  if (m_slider->value() == m_slider->maximum()) m_play->setChecked(false);
}

void EpochReplay::describe() {
  m_epoch->setText(m_model ? tr("after epoch %1").arg(m_model->position.epoch) : tr("newest"));
}

void EpochReplay::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_play->setChecked(false);
}

void EpochReplay::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
}

void EpochReplay::retranslate() {
  m_play->setAccessibleName(tr("Replay the epochs"));
  m_play->setToolTip(
      tr("Shows the map after every epoch of the run, from the fresh weights on: watch how the "
         "classes part. Train first."));
  m_slider->setAccessibleName(tr("Epoch"));
  m_slider->setToolTip(tr("The map after this epoch; at the right end, of the newest weights."));
  m_epoch->setMinimumWidth(
      m_epoch->fontMetrics().horizontalAdvance(tr("after epoch %1").arg(1000)));
  describe();
}

}  // namespace inkling::ui
