// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/whypane.h"

#include "core/analysis/saliency.h"
#include "core/analysis/strokeattribution.h"
#include "core/model/fits.h"
#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/heatview.h"
#include "ui/widgets/percenttext.h"
#include "ui/widgets/sampleimage.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kPause = 250;  // ms
constexpr int kNeighbours = 6;

// The classes by probability, the likeliest first.
std::vector<int> ranking(const std::vector<float>& p) {
  std::vector<int> order(p.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return p[static_cast<std::size_t>(a)] > p[static_cast<std::size_t>(b)];
  });
  return order;
}

}  // namespace

WhyPane::WhyPane(QWidget* parent)
    : QWidget(parent),
      m_class(new QComboBox(this)),
      m_sentence(new QLabel(this)),
      m_saliency(new HeatView(this)),
      m_occlusion(new HeatView(this)),
      m_contrast(new HeatView(this)),
      m_legend(new QLabel(this)),
      m_strokes(new QLabel(this)),
      m_alike(new QLabel(this)),
      m_strip(new GlyphStrip(this)) {
  setObjectName(QStringLiteral("whyPane"));
  m_class->setObjectName(QStringLiteral("whyClass"));
  m_sentence->setObjectName(QStringLiteral("whySentence"));
  m_sentence->setWordWrap(true);
  m_saliency->setObjectName(QStringLiteral("saliencyMap"));
  m_occlusion->setObjectName(QStringLiteral("occlusionMap"));
  m_contrast->setObjectName(QStringLiteral("contrastMap"));
  m_legend->setObjectName(QStringLiteral("whyLegend"));
  m_legend->setWordWrap(true);
  m_strokes->setObjectName(QStringLiteral("whyStrokes"));
  m_strokes->setWordWrap(true);
  m_strip->setObjectName(QStringLiteral("whyNeighbours"));
  auto* top = new QHBoxLayout;
  top->addWidget(m_sentence, 1);
  top->addWidget(m_class);
  auto* maps = new QHBoxLayout;
  for (HeatView* view : {m_saliency, m_occlusion, m_contrast}) maps->addWidget(view, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addLayout(top);
  column->addLayout(maps, 1);
  column->addWidget(m_legend);
  column->addWidget(m_strokes);
  column->addWidget(m_alike);
  column->addWidget(m_strip);
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  connect(&m_pause, &QTimer::timeout, this, &WhyPane::refresh);
  connect(m_class, &QComboBox::activated, this, [this] {
    m_stale = m_urgent = true;
    refresh();
  });
  connect(&m_finder, &NeighbourFinder::found, this, &WhyPane::showNeighbours);
  connect(&m_finder, &NeighbourFinder::failed, m_sentence, &QLabel::setText);
  retranslate();
}

void WhyPane::show(const Subject& subject) {
  if (!m_subject || m_subject->glyph != subject.glyph) m_urgent = true;
  m_subject = subject;
  m_stale = true;
  const QSignalBlocker quiet(m_class);
  if (m_class->count() != subject.names.size() + 1) {
    while (m_class->count() > 1) m_class->removeItem(1);
    m_class->addItems(subject.names);
  }
  if (!m_pause.isActive()) refresh();
}

void WhyPane::clear() {
  m_subject.reset();
  m_work.cancel();
  m_finder.cancel();
  for (HeatView* view : {m_saliency, m_occlusion, m_contrast}) view->clear();
  m_sentence->clear();
  m_strokes->clear();
  m_strip->setItems({});
}

void WhyPane::refresh() {
  if (!m_subject || !m_stale || !isVisible()) return;
  const bool rests = m_subject->thrifty && !m_urgent && !m_pacer.due();
  if (m_work.busy() || rests) return m_pause.start();
  m_stale = false;
  m_urgent = false;
  m_pause.start();
  const int wanted = m_class->currentIndex() - 1;
  m_work.start([subject = *m_subject, wanted](
                   const std::atomic<bool>& cancel) { return answerFor(subject, wanted, cancel); },
               [this](const Answer& answer) {
                 m_pacer.worked(answer.seconds);
                 showAnswer(answer);
               },
               [this](const QString& sentence) { m_sentence->setText(sentence); });
  findNeighbours();
}

void WhyPane::findNeighbours() {
  m_among = m_subject->train;
  const std::string misfitting = misfit(m_subject->model->network, m_among);
  m_strip->setHint(QString::fromStdString(misfitting));
  if (m_among.count() == 0 || !misfitting.empty()) {
    m_finder.cancel();
    return m_strip->setItems({});
  }
  const std::vector<std::uint8_t> pixels(m_subject->glyph.begin(), m_subject->glyph.end());
  m_finder.find({m_subject->model, m_among, pixels, kNeighbours, m_subject->thrifty});
}

// On the thread of the work.
WhyPane::Answer WhyPane::answerFor(const Subject& subject, int wanted,
                                   const std::atomic<bool>& cancel) {
  const double start = threadSeconds();
  Answer answer;
  answer.probabilities = predict(*subject.model, subject.glyph);
  const auto order = ranking(answer.probabilities);
  answer.label = wanted >= 0 ? wanted : order[0];
  answer.rival = answer.label == order[0] ? order[1] : order[0];
  answer.saliency = saliency(*subject.model, subject.glyph, answer.label);
  answer.contrast = contrast(*subject.model, subject.glyph, answer.label, answer.rival);
  answer.occlusion = occlusionMap(*subject.model, subject.glyph, answer.label, 5, &cancel);
  QStringList strokes;
  for (const StrokeAttribution& stroke : strokeAttribution(*subject.model, subject.ink)) {
    if (stroke.predicted < 0) continue;
    const float p = stroke.probabilities[static_cast<std::size_t>(stroke.predicted)];
    strokes << tr("Without stroke %1 it would read %2 (%3).")
                   .arg(stroke.stroke + 1)
                   .arg(subject.names.value(stroke.predicted), percentText(p));
  }
  answer.strokes = strokes.join(QLatin1Char('\n'));
  answer.seconds = threadSeconds() - start;
  return answer;
}

void WhyPane::showAnswer(const Answer& answer) {
  if (!m_subject) return;
  const QStringList& names = m_subject->names;
  const auto share = [&](int label) {
    return percentText(answer.probabilities[static_cast<std::size_t>(label)]);
  };
  m_sentence->setText(tr("Why %1 (%2) rather than %3 (%4)?")
                          .arg(names.value(answer.label), share(answer.label),
                               names.value(answer.rival), share(answer.rival)));
  m_saliency->setHeat(answer.saliency, 28, 28, m_subject->glyph);
  m_occlusion->setHeat(answer.occlusion, 28, 28, m_subject->glyph);
  m_contrast->setHeat(answer.contrast, 28, 28, m_subject->glyph);
  m_contrast->setCaption(
      tr("%1 rather than %2").arg(names.value(answer.label), names.value(answer.rival)));
  m_strokes->setText(answer.strokes);
  m_strokes->setVisible(!answer.strokes.isEmpty());
}

void WhyPane::showNeighbours(const std::vector<Neighbour>& neighbours) {
  if (!m_subject) return;
  const DataView& train = m_among;
  QList<GlyphStrip::Item> items;
  for (const Neighbour& neighbour : neighbours) {
    const int label = train.label(neighbour.position);
    items << GlyphStrip::Item{
        sampleImage(train.image(neighbour.position), train.set->width, train.set->height).copy(),
        m_subject->names.value(label, QString::number(label)),
        tr("Training image %1, at a distance of %2")
            .arg(train.indices[static_cast<std::size_t>(neighbour.position)])
            .arg(static_cast<double>(neighbour.distance), 0, 'f', 2),
        false};
  }
  m_strip->setItems(items);
}

void WhyPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void WhyPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void WhyPane::retranslate() {
  if (m_class->count() == 0) m_class->addItem({});
  m_class->setItemText(0, tr("what it reads"));
  m_class->setAccessibleName(tr("Explain"));
  m_class->setToolTip(
      tr("Which class the maps speak of. Try the true one when the network is wrong: what is it "
         "missing?"));
  m_saliency->setCaption(tr("gradient"));
  m_saliency->setToolTip(
      tr("The gradient of the class's logit: more ink on blue pixels would speak for it, on orange "
         "ones against it."));
  m_occlusion->setCaption(tr("occlusion"));
  m_occlusion->setToolTip(
      tr("How much of the probability is lost when a 5×5 square is covered with paper: blue is "
         "needed, orange is in the way."));
  m_contrast->setCaption(tr("against the runner-up"));
  m_contrast->setToolTip(
      tr("What separates the answer from the next likely class: more ink on blue would make the "
         "network surer, on orange it would change its mind."));
  for (HeatView* view : {m_saliency, m_occlusion, m_contrast}) view->setHint(tr("Draw a digit."));
  m_legend->setText(tr(
      "Gradient: more ink on blue speaks for the answer, on orange against it. Occlusion: what is "
      "blue must not be covered. Right: what separates it from the runner-up."));
  m_alike->setText(tr("Most alike for the network:"));
  m_strip->setAccessibleName(tr("Nearest training images"));
  m_stale = true;
  refresh();
}

}  // namespace inkling::ui
