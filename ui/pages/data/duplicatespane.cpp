// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/duplicatespane.h"

#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/sampleimage.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr std::size_t kMostGroups = 500;
constexpr std::size_t kMostShown = 12;

}  // namespace

DuplicatesPane::DuplicatesPane(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel(this)),
      m_list(new QListWidget(this)),
      m_strip(new GlyphStrip(this)) {
  setObjectName(QStringLiteral("duplicatesPane"));
  m_summary->setObjectName(QStringLiteral("duplicatesSummary"));
  m_summary->setWordWrap(true);
  m_list->setObjectName(QStringLiteral("duplicatesList"));
  m_list->setFrameShape(QFrame::NoFrame);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addWidget(m_summary);
  column->addWidget(m_list, 1);
  column->addWidget(m_strip);
  connect(m_list, &QListWidget::currentRowChanged, this, &DuplicatesPane::showGroup);
  retranslate();
}

QString DuplicatesPane::partName(int part) const {
  return part == 0 ? tr("train") : part == 1 ? tr("validation") : tr("test");
}

QString DuplicatesPane::describe(const DuplicateGroup& group) const {
  const QLocale locale;
  QStringList where;
  for (const ImagePlace& place : group.places) {
    const DataView& view = m_figures->parts[static_cast<std::size_t>(place.part)];
    where << QStringLiteral("%1 %2").arg(
        partName(place.part),
        locale.toString(view.indices[static_cast<std::size_t>(place.position)]));
    if (where.size() == static_cast<qsizetype>(kMostShown)) break;
  }
  QString text = where.join(QStringLiteral(" = "));
  if (!group.sameLabel) text += tr("   (different labels)");
  return text;
}

void DuplicatesPane::setFigures(DataFiguresPtr figures, const QStringList& names) {
  m_figures = std::move(figures);
  m_names = names;
  m_list->clear();
  m_strip->setItems({});
  m_list->setVisible(m_figures && !m_figures->duplicates.empty());
  m_strip->setVisible(m_list->isVisibleTo(this));
  if (!m_figures) return m_summary->setText(tr("Looking for images that occur twice …"));
  const auto& groups = m_figures->duplicates;
  if (groups.empty())
    return m_summary->setText(tr("No two images of this data set are the same, pixel by pixel."));
  const auto leaks = std::count_if(groups.begin(), groups.end(),
                                   [](const DuplicateGroup& g) { return !g.samePart; });
  m_summary->setText(
      tr("%1 images occur more than once, %2 of them in more than one part: what is measured "
         "there, the network may know by heart.")
          .arg(QLocale().toString(static_cast<qlonglong>(groups.size())),
               QLocale().toString(static_cast<qlonglong>(leaks))));
  for (std::size_t i = 0; i < std::min(kMostGroups, groups.size()); ++i)
    m_list->addItem(describe(groups[i]));
  m_list->setCurrentRow(0);
}

void DuplicatesPane::showGroup(int row) {
  if (row < 0 || !m_figures) return;
  const DuplicateGroup& group = m_figures->duplicates[static_cast<std::size_t>(row)];
  QList<GlyphStrip::Item> items;
  for (const ImagePlace& place : group.places) {
    if (items.size() == static_cast<qsizetype>(kMostShown)) break;
    const DataView& view = m_figures->parts[static_cast<std::size_t>(place.part)];
    const int label = view.label(place.position);
    items << GlyphStrip::Item{
        sampleImage(view.image(place.position), view.set->width, view.set->height).copy(),
        m_names.value(label, QString::number(label)), partName(place.part), !group.sameLabel};
  }
  m_strip->setItems(items);
}

void DuplicatesPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DuplicatesPane::retranslate() {
  m_list->setAccessibleName(tr("Images that occur more than once"));
  m_list->setToolTip(
      tr("Choose one to see it. Duplicates with different labels: one must be wrong."));
  m_strip->setAccessibleName(tr("The same images"));
  setFigures(m_figures, m_names);
}

}  // namespace inkling::ui
