// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/advicepanel.h"

#include "core/base/error.h"
#include "core/model/fits.h"
#include "core/model/trainedon.h"
#include "core/recipe/recipejson.h"
#include "ui/session/advicesentences.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace inkling::ui {

namespace {

constexpr int kReportsBetween = 30;  // a second
constexpr int kHealthImages = 256;
constexpr double kRadius = 6;

/// The recipe as it is in force, with what was changed by hand.
Recipe inForce(const Session& session) {
  Recipe recipe = session.training().recipe();
  recipe.changes.clear();
  recipe.optimizer.learningRate = session.knobs().learningRate;
  return recipe;
}

}  // namespace

AdvicePanel::AdvicePanel(Session& session, QWidget& lesson)
    : QFrame(lesson.parentWidget()),
      m_session(session),
      m_lesson(lesson),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_figures(new QLabel(this)),
      m_apply(new QToolButton(this)),
      m_close(new QToolButton(this)) {
  build();
  connect(&session.training(), &Training::started, this, [this](bool fresh) {
    if (fresh) forget();
    m_ended.reset();
  });
  connect(&session.training(), &Training::reported, this, &AdvicePanel::gather);
  connect(&session, &Session::rewound, this, &AdvicePanel::forget);
  connect(&session, &Session::modelOpened, this, [this] {
    forget();
    m_history = m_session.model()->history;
  });
  connect(m_apply, &QToolButton::clicked, this, &AdvicePanel::apply);
  connect(m_close, &QToolButton::clicked, this, &AdvicePanel::dismiss);
  parentWidget()->installEventFilter(this);
  lesson.installEventFilter(this);
  showTexts();
}

void AdvicePanel::build() {
  setObjectName(QStringLiteral("advicePanel"));
  m_text->setObjectName(QStringLiteral("adviceText"));
  m_figures->setObjectName(QStringLiteral("figuresText"));
  m_apply->setObjectName(QStringLiteral("adviceApply"));
  m_close->setObjectName(QStringLiteral("adviceClose"));
  for (QLabel* label : {m_text, m_figures}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  for (QToolButton* button : {m_apply, m_close}) button->setFocusPolicy(Qt::StrongFocus);
  m_close->setAutoRaise(true);
  m_close->setIcon(icon(Icon::Cross));
  auto* texts = new QVBoxLayout;
  texts->setSpacing(2);
  texts->addWidget(m_text);
  texts->addWidget(m_figures);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 5, 5, 5);
  row->addWidget(m_icon);
  row->addLayout(texts, 1);
  row->addWidget(m_apply);
  row->addWidget(m_close);
}

void AdvicePanel::setAdviceWanted(bool on) {
  m_wanted = on;
  showTexts();
}

void AdvicePanel::forget() {
  m_measuring.cancel();
  m_watch = {};
  m_history = {};
  m_health = {};
  m_ended.reset();
  m_advice.reset();
  m_dismissed.clear();
  m_figuresDismissed = false;
  m_reports = 0;
  showTexts();
}

void AdvicePanel::gather(const Report& report) {
  for (const CurvePoint& batch : report.batches)
    m_watch.add({.loss = batch.loss, .accuracy = batch.accuracy});
  for (const EpochRecord& epoch : report.epochs) m_history.epochs.push_back(epoch);
  if (report.ended && report.summary) {
    m_ended = report.summary->reason;
    m_history.test = report.summary->history.test;
  }
  const bool wholeEpoch = !report.epochs.empty() || m_ended;
  if (wholeEpoch) measureHealth();
  if (!wholeEpoch && ++m_reports < kReportsBetween) return;
  m_reports = 0;
  judge(wholeEpoch);
}

void AdvicePanel::measureHealth() {
  const auto& layers = m_session.training().recipe().layers;
  if (!m_wanted || !m_session.model() || m_measuring.busy() ||
      std::ranges::find(layers, LayerKind::ReLU, &LayerSpec::kind) == layers.end())
    return;
  const DataView images = m_session.split().train.first(kHealthImages);
  if (!fits(m_session.model()->network, images)) return;
  m_measuring.start([images, model = m_session.model()](
                        const std::atomic<bool>&) { return health(*model, images); },
                    [this](const Health& found) {
                      m_health = found;
                      judge(true);
                    },
                    [this](const QString&) { m_health = {}; });  // then nothing is said of it
}

void AdvicePanel::judge(bool wholeEpoch) {
  if (!m_session.data()) return;
  const Recipe recipe = inForce(m_session);
  const auto found = adviceFor({.recipe = recipe,
                                .history = m_history,
                                .batches = m_watch.statistics(),
                                .ended = m_ended,
                                .health = m_health,
                                .classes = m_session.data()->classes()});
  const auto news = std::ranges::find_if(
      found, [this](const Advice& advice) { return !m_dismissed.contains(advice.kind); });
  if (news != found.end())
    m_advice = *news;
  else if (wholeEpoch)  // within an epoch what was said stands, so that nothing flickers
    m_advice.reset();
  showTexts();
}

void AdvicePanel::apply() {
  if (!m_advice) return;
  try {
    Recipe recipe = m_session.recipe();
    for (const FieldChange& change : m_advice->changes)
      setField(recipe, change.field, change.value);
    const QString done = adviceDone(*m_advice);
    const bool rate = m_advice->changes.front().field == "optimizer.learning_rate";
    const bool atOnce = m_session.training().active() && rate;
    m_session.setRecipe(recipe);
    if (rate) m_session.steer({.learningRate = recipe.optimizer.learningRate});
    dismiss();
    emit noted(atOnce ? tr("%1 It counts from the next batch on; Rewind and Train start again from "
                           "fresh weights.")
                            .arg(done)
                      : tr("%1 Press Rewind, then Train.").arg(done));
  } catch (const Error& error) {
    emit noted(QString::fromUtf8(error.what()));
  }
}

void AdvicePanel::dismiss() {
  if (m_advice) m_dismissed.insert(m_advice->kind);
  m_advice.reset();
  m_figuresDismissed = true;
  showTexts();
}

bool AdvicePanel::hasPublished() const {
  return m_session.data() && publishedFor(m_session.training().recipe(), m_session.data()->name);
}

void AdvicePanel::showTexts() {
  const bool advises = m_wanted && m_advice;
  const QString figures =
      m_ended && *m_ended != StopReason::Diverged && !m_figuresDismissed && hasPublished()
          ? figuresSentence(m_session.training().recipe(), m_history)
          : QString();
  const QString sentence = advises ? adviceSentence(*m_advice) : QString();
  const bool news = sentence != m_text->text() && advises;
  m_text->setText(sentence);
  m_text->setVisible(advises);
  m_figures->setText(figures);
  m_figures->setVisible(!figures.isEmpty());
  m_apply->setText(advises ? adviceButton(*m_advice) : QString());
  m_apply->setVisible(!m_apply->text().isEmpty());
  m_apply->setToolTip(tr("Changes the setting for you. Compare with the last run behind it."));
  m_close->setToolTip(tr("Close this advice; it does not come back in this run (Esc)"));
  m_close->setAccessibleName(tr("Close this advice"));
  setAccessibleName(tr("Advice"));
  setAccessibleDescription(sentence + figures);
  m_icon->setPixmap(icon(advises ? Icon::Warning : Icon::Info, QPalette::WindowText)
                        .pixmap(QSize(16, 16), devicePixelRatioF()));
  setVisible(advises || !figures.isEmpty());
  place();
  if (!news || !isVisible()) return;
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

/// Over the lesson; what is longer reaches down over the curves.
void AdvicePanel::place() {
  const QRect room = parentWidget()->contentsRect();
  const int covered = m_lesson.isHidden() ? 0 : m_lesson.height();
  const QRect all = room.marginsRemoved(parentWidget()->layout()->contentsMargins());
  setGeometry(all.left(), all.top(), all.width(), std::max(covered, heightForWidth(all.width())));
  raise();
}

bool AdvicePanel::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Resize:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
      place();
      break;
    default:
      break;
  }
  return QFrame::eventFilter(watched, event);
}

void AdvicePanel::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
    showTexts();
}

void AdvicePanel::paintEvent(QPaintEvent*) {
  const Colours colours = coloursOf(palette());
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(blend(colours.accent, palette().color(QPalette::Window), 0.14));
  painter.drawRoundedRect(rect(), kRadius, kRadius);
}

void AdvicePanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    dismiss();
  else
    QFrame::keyPressEvent(event);
}

}  // namespace inkling::ui
