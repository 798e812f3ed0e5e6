// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/inspector.h"

#include "core/model/fits.h"
#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/sampleimage.h"
#include "ui/widgets/samples/sampledetail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kNeighbours = 8;

QStringList namesOf(const Session& session) {
  QStringList names;
  if (session.data())
    for (const std::string& name : session.data()->classNames)
      names << QString::fromStdString(name);
  return names;
}

}  // namespace

Inspector::Inspector(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_detail(new SampleDetail(this)),
      m_look(new QPushButton(this)),
      m_title(new QLabel(this)),
      m_strip(new GlyphStrip(this)) {
  setObjectName(QStringLiteral("inspector"));
  m_detail->setFrameShape(QFrame::NoFrame);
  m_detail->layout()->setContentsMargins(0, 0, 0, 0);  // the card has its own
  m_detail->setAutoFillBackground(false);
  m_look->setObjectName(QStringLiteral("openInLook"));
  m_look->setIcon(icon(Icon::Look));
  m_title->setObjectName(QStringLiteral("neighboursTitle"));
  m_strip->setObjectName(QStringLiteral("neighbours"));
  auto* row = new QHBoxLayout;
  row->addWidget(m_title, 1);
  row->addWidget(m_look);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_detail, 1);
  column->addLayout(row);
  column->addWidget(m_strip);
  connect(m_detail, &SampleDetail::copyToCanvas, this,
          [this](const Glyph& glyph) { m_session.selection().copyToCanvas(glyph); });
  connect(m_look, &QPushButton::clicked, this, &Inspector::look);
  connect(&m_finder, &NeighbourFinder::found, this, &Inspector::showNeighbours);
  clear();
  retranslate();
}

void Inspector::show(const DataView& view, const Predictions* predictions, const ModelPtr& model,
                     int position) {
  const bool another = view.set != m_view.set || position != m_position;
  m_view = view;
  m_position = position;
  m_detail->setClassNames(namesOf(m_session));
  m_detail->setSample(view, predictions, position);
  m_look->setEnabled(view.set->shape() == kGlyphShape);
  if (!another) return;
  m_train = m_session.modelSplit().train;
  m_strip->setItems({});
  if (!model || m_train.count() == 0 || !fits(model->network, m_train)) return m_finder.cancel();
  const auto pixels = view.image(position);
  const bool running = m_session.training().state() == Training::State::Running;
  m_finder.find({model, m_train, {pixels.begin(), pixels.end()}, kNeighbours, running});
}

void Inspector::clear() {
  m_finder.cancel();
  m_view = {};
  m_position = -1;
  m_detail->setSample({}, nullptr, -1);
  m_strip->setItems({});
  m_look->setEnabled(false);
}

void Inspector::showNeighbours(const std::vector<Neighbour>& neighbours) {
  if (m_position < 0) return;
  const QStringList names = namesOf(m_session);
  const int label = m_view.label(m_position);
  QList<GlyphStrip::Item> items;
  for (const Neighbour& neighbour : neighbours) {
    const int is = m_train.label(neighbour.position);
    const QString name = names.value(is, QString::number(is));
    const auto index = m_train.indices[static_cast<std::size_t>(neighbour.position)];
    items << GlyphStrip::Item{
        sampleImage(m_train.image(neighbour.position), m_train.set->width, m_train.set->height)
            .copy(),
        name,
        tr("Training image %1: a %2, at a distance of %3")
            .arg(QLocale().toString(index), name)
            .arg(static_cast<double>(neighbour.distance), 0, 'f', 2),
        is != label};
  }
  m_strip->setItems(items);
}

void Inspector::look() {
  Glyph glyph{};
  const auto pixels = m_view.image(m_position);
  std::copy_n(pixels.begin(), glyph.size(), glyph.begin());
  m_session.selection().lookInside(glyph, m_view.label(m_position));
}

void Inspector::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void Inspector::retranslate() {
  m_look->setText(tr("Look inside"));
  m_look->setToolTip(
      tr("Shows what every layer makes of this image, and which pixels decide. Try it with a "
         "mistake."));
  m_title->setText(tr("Most alike for the network:"));
  m_title->setToolTip(
      tr("The training images whose last hidden layer is nearest to this one's, of the first %1. "
         "If "
         "they are of another class, the mistake is no wonder; if they look wrong too, perhaps the "
         "label is.")
          .arg(QLocale().toString(NeighbourFinder::kMostImages)));
  m_strip->setAccessibleName(tr("Nearest training images"));
  m_strip->setHint(tr("Choose an image above."));
}

}  // namespace inkling::ui
