// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/augmentpane.h"

#include "core/ink/augment.h"
#include "core/train/fitrecipe.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/sampleimage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kDigits = 8;

}  // namespace

AugmentPane::AugmentPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_state(new QLabel(this)),
      m_again(new QPushButton(this)),
      m_before(new GlyphStrip(this)),
      m_after(new GlyphStrip(this)) {
  setObjectName(QStringLiteral("augmentPane"));
  m_again->setObjectName(QStringLiteral("augmentAgain"));
  m_again->setIcon(icon(Icon::Rewind));
  m_before->setObjectName(QStringLiteral("augmentBefore"));
  m_after->setObjectName(QStringLiteral("augmentAfter"));
  m_state->setObjectName(QStringLiteral("augmentState"));
  m_state->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(m_state, 1);
  row->addWidget(m_again);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addLayout(row);
  column->addWidget(m_before);
  column->addWidget(m_after);
  column->addStretch(1);
  connect(m_again, &QPushButton::clicked, this, [this] {
    ++m_epoch;
    refresh();
  });
  connect(&session, &Session::splitChanged, this, &AugmentPane::refresh);
  connect(&session, &Session::recipeChanged, this, &AugmentPane::refresh);
  retranslate();
}

void AugmentPane::refresh() {
  const DataView& train = m_session.split().train;
  // While it is switched off, what it would do.
  Recipe recipe = m_session.recipe();
  m_state->setText(recipe.augment.enabled
                       ? tr("The recipe changes its training images anew in every epoch.")
                       : tr("This recipe trains on the images as they are. This is what "
                            "augmentation would do; switch it on among the settings."));
  recipe.augment.enabled = true;
  const AugmentSpec spec = m_session.data() ? augmentFor(recipe, *m_session.data()) : AugmentSpec();
  const Shape shape = m_session.data() ? m_session.data()->train->shape() : Shape();
  const Augmentation augmentation(spec, recipe.seed, shape);
  QList<GlyphStrip::Item> before;
  QList<GlyphStrip::Item> after;
  for (int i = 0; i < std::min(kDigits, train.count()); ++i) {
    const auto image = train.image(i);
    std::vector<std::uint8_t> changed(image.begin(), image.end());
    const bool digit = augmentation.apply(image, train.label(i), m_epoch,
                                          train.indices[static_cast<std::size_t>(i)], changed);
    const auto label = static_cast<std::size_t>(train.label(i));
    const QString name = QString::fromStdString(m_session.data()->classNames.at(label));
    before << GlyphStrip::Item{sampleImage(image, train.set->width, train.set->height).copy(), name,
                               tr("As it is in the data set"), false};
    after << GlyphStrip::Item{
        sampleImage(changed, train.set->width, train.set->height).copy(), digit ? name : tr("none"),
        digit ? tr("As the network may be given it") : tr("A scribble, to be unsure of"), !digit};
  }
  m_before->setItems(before);
  m_after->setItems(after);
  m_again->setEnabled(!before.isEmpty());
}

void AugmentPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void AugmentPane::retranslate() {
  m_again->setText(tr("Draw again"));
  m_again->setToolTip(tr("Draws other random changes of the same digits."));
  m_before->setAccessibleName(tr("Before"));
  m_after->setAccessibleName(tr("After"));
  m_before->setHint(tr("Nothing to show yet."));
  refresh();
}

}  // namespace inkling::ui
