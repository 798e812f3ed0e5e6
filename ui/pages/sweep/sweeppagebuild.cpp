// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Sweep page's widgets.

#include "ui/pages/sweep/heatmap.h"
#include "ui/pages/sweep/sweeppage.h"
#include "ui/pages/sweep/trialtable.h"
#include "ui/session/sentences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicetabs.h"
#include "ui/widgets/tablerows.h"
#include "ui/widgets/tablesplitter.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace inkling::ui {

namespace {

void setUp(QTableView& view, QSortFilterProxyModel& model) {
  view.setObjectName(QStringLiteral("trialsTable"));
  view.setModel(&model);
  view.setSelectionBehavior(QAbstractItemView::SelectRows);
  view.setSelectionMode(QAbstractItemView::SingleSelection);
  view.setEditTriggers(QAbstractItemView::NoEditTriggers);
  view.setShowGrid(false);
  view.setFrameShape(QFrame::NoFrame);
  view.setTabKeyNavigation(false);
  view.verticalHeader()->hide();
  new TableRows(view, 8);
  view.horizontalHeader()->setHighlightSections(false);
  view.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  view.horizontalHeader()->setMinimumSectionSize(48);
  view.setSortingEnabled(true);
  view.sortByColumn(-1, Qt::AscendingOrder);
}

QLabel* heading() {
  auto* label = new QLabel;
  QFont bold = label->font();
  bold.setBold(true);
  label->setFont(bold);
  return label;
}

constexpr int kLeastMap = 380;  // pixels

}  // namespace

void SweepPage::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->addWidget(buildTop());
  column->addWidget(buildCentre(), 1);
  m_verdict = new QLabel;
  m_verdict->setObjectName(QStringLiteral("sweepVerdict"));
  m_verdict->setWordWrap(true);
  m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(m_verdict);
}

QToolButton* SweepPage::button(const char* name, Icon which) {
  auto* button = new QToolButton;
  button->setObjectName(QLatin1String(name));
  button->setIcon(icon(which));
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

QWidget* SweepPage::buildTop() {
  m_chooser = new QComboBox;
  m_chooser->setObjectName(QStringLiteral("sweepChooser"));
  m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_new = button("sweepNew", Icon::Sweep);
  m_open = button("sweepOpen", Icon::Open);
  m_remove = button("sweepRemove", Icon::Clear);
  m_start = button("sweepStart", Icon::Play);
  m_export = button("sweepExport", Icon::Export);
  m_bar = new QProgressBar;
  m_bar->setObjectName(QStringLiteral("sweepProgress"));
  m_bar->setRange(0, kProgressParts);
  m_bar->setTextVisible(false);
  m_state = new QLabel;
  m_state->setObjectName(QStringLiteral("sweepState"));
  m_lesson = new QLabel;
  m_lesson->setObjectName(QStringLiteral("sweepLesson"));
  m_lesson->setWordWrap(true);
  m_description = new QLabel;
  m_description->setObjectName(QStringLiteral("sweepDescription"));
  m_description->setWordWrap(true);
  auto* card = new Card;
  auto* choice = new QHBoxLayout;
  choice->addWidget(m_chooser);
  for (QToolButton* each : {m_new, m_open, m_remove}) choice->addWidget(each);
  choice->addStretch();
  choice->addWidget(m_export);
  auto* progress = new QHBoxLayout;
  progress->addWidget(m_start);
  progress->addWidget(m_bar, 1);
  progress->addWidget(m_state);
  card->body()->addLayout(choice);
  card->body()->addWidget(m_lesson);
  card->body()->addWidget(m_description);
  card->body()->addLayout(progress);
  return card;
}

QWidget* SweepPage::buildCentre() {
  m_mapTitle = heading();
  m_tabs = new ChoiceTabs;
  m_tabs->setObjectName(QStringLiteral("sweepTabs"));
  m_tabs->hide();
  m_heatmap = new Heatmap;
  m_heatmap->setObjectName(QStringLiteral("sweepHeatmap"));
  auto* left = new Card;
  left->body()->addWidget(m_mapTitle);
  left->body()->addWidget(m_tabs);
  left->body()->addWidget(m_heatmap, 1);
  m_tableTitle = heading();
  m_trials = new TrialTable(this);
  m_sorted = new QSortFilterProxyModel(this);
  m_sorted->setSourceModel(m_trials);
  m_sorted->setSortRole(TrialTable::kSortRole);
  m_view = new QTableView;
  setUp(*m_view, *m_sorted);
  auto* right = new Card;
  right->body()->addWidget(m_tableTitle);
  right->body()->addWidget(m_view, 1);
  auto* halves = new TableSplitter(left, right, *m_view, kLeastMap);
  halves->setObjectName(QStringLiteral("sweepHalves"));
  return halves;
}

void SweepPage::fillChooser() {
  const int current = std::max(0, m_chooser->currentIndex());
  m_chooser->clear();
  for (const auto& entry : m_library.entries()) {
    const QString name = inWindowLanguage(entry.spec.title);
    m_chooser->addItem(name.isEmpty() ? QString::fromStdString(entry.spec.name) : name);
  }
  m_chooser->setCurrentIndex(std::min(current, m_chooser->count() - 1));
}

}  // namespace inkling::ui
