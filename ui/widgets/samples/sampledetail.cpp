// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/sampledetail.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/widgets/glyphview.h"
#include "ui/widgets/probabilitybars.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {
namespace {

constexpr int kPixel = 6;

}  // namespace

SampleDetail::SampleDetail(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_verdict(new QLabel(this)),
      m_glyph(new GlyphView(this)),
      m_bars(new ProbabilityBars(this)),
      m_copy(new QPushButton(this)) {
  setObjectName(QStringLiteral("sampleDetail"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  m_copy->setObjectName(QStringLiteral("copyToCanvas"));
  m_copy->setIcon(icon(Icon::Copy));
  m_glyph->setFixedSize(28 * kPixel + 2, 28 * kPixel + 2);
  m_bars->setMinimumWidth(200);
  m_verdict->setTextFormat(Qt::PlainText);
  auto* left = new QVBoxLayout;
  left->addWidget(m_glyph);
  left->addWidget(m_copy);
  left->addStretch(1);
  auto* right = new QVBoxLayout;
  right->addWidget(m_title);
  right->addWidget(m_verdict);
  right->addWidget(m_bars, 1);
  right->addStretch();
  auto* all = new QHBoxLayout(this);
  all->setContentsMargins(12, 12, 12, 12);
  all->setSpacing(14);
  all->addLayout(left);
  all->addLayout(right, 1);
  connect(m_copy, &QPushButton::clicked, this, &SampleDetail::copy);
  retranslate();
}

void SampleDetail::setClassNames(const QStringList& names) {
  m_names = names;
  m_bars->setClassNames(names);
}

void SampleDetail::setSample(const DataView& view, const Predictions* predictions, int position) {
  const bool valid = view.set != nullptr && position >= 0 && position < view.count();
  m_view = valid ? view : DataView();
  m_position = valid ? position : -1;
  m_label = valid ? view.label(position) : -1;
  m_predicted = -1;
  m_bars->setTruth(m_label);
  m_bars->clear();
  if (valid) {
    m_glyph->setImage(view.image(position), view.set->width, view.set->height);
  } else {
    m_glyph->clear();
  }
  if (valid && predictions != nullptr && position < predictions->count()) {
    m_predicted = predictions->predicted[static_cast<std::size_t>(position)];
    m_loss = predictions->losses[static_cast<std::size_t>(position)];
    const auto first = predictions->probabilities.begin() +
                       static_cast<std::ptrdiff_t>(position) * predictions->classes;
    m_bars->setProbabilities({first, first + predictions->classes});
  }
  for (QWidget* part : std::initializer_list<QWidget*>{m_verdict, m_bars})
    part->setVisible(predictions != nullptr || !valid);
  m_copy->setEnabled(valid && view.set->shape() == kGlyphShape);
  retranslate();
}

void SampleDetail::popupAt(const QPoint& globalPosition) {
  setWindowFlags(Qt::Popup);
  adjustSize();
  const QScreen* screen = this->screen();
  const QRect room = screen->availableGeometry();
  const int left = std::clamp(globalPosition.x() - width() / 2, room.left(),
                              std::max(room.left(), room.right() - width()));
  const bool below = globalPosition.y() + 12 + height() < room.bottom();
  const int top = below ? globalPosition.y() + 12 : globalPosition.y() - 12 - height();
  move(left, std::max(top, room.top()));
  show();
  m_copy->setFocus();
}

void SampleDetail::copy() {
  Glyph glyph{};
  const auto pixels = m_view.image(m_position);
  std::copy_n(pixels.begin(), glyph.size(), glyph.begin());
  emit copyToCanvas(glyph);
  if (isWindow()) close();
}

QString SampleDetail::nameOf(int label) const {
  return label < m_names.size() ? m_names[label] : QString::number(label);
}

void SampleDetail::showVerdict() {
  if (m_predicted < 0) return m_verdict->setText(tr("No prediction yet"));
  const bool right = m_predicted == m_label;
  const Colours colours = coloursOf(palette());
  QPalette tinted = m_title->palette();
  tinted.setColor(QPalette::WindowText, right ? colours.right : colours.wrong);
  m_verdict->setPalette(tinted);
  const QString loss = QString::number(static_cast<double>(m_loss), 'f', 3);
  m_verdict->setText(right ? tr("✓ read right · loss %1").arg(loss)
                           : tr("✗ read as %1 · loss %2").arg(nameOf(m_predicted), loss));
}

void SampleDetail::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void SampleDetail::retranslate() {
  setAccessibleName(tr("Sample"));
  m_copy->setText(tr("Copy to canvas"));
  m_copy->setToolTip(
      tr("Puts this digit on the canvas as pixels. Try to erase it and draw it "
         "better."));
  m_bars->setAccessibleName(tr("Probabilities"));
  m_bars->setToolTip(tr("How sure the network is of each class; the true one is outlined."));
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  m_title->setFont(bold);
  //: %1 is a class such as 7, %2 the number of the image
  m_title->setText(m_position < 0 ? tr("No sample chosen")
                                  : tr("A %1 · image %2")
                                        .arg(nameOf(m_label))
                                        .arg(m_view.indices[static_cast<std::size_t>(m_position)]));
  showVerdict();
}

}  // namespace inkling::ui
