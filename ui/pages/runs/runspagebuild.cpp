// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Runs page's widgets and texts.

#include "ui/pages/runs/runspage.h"
#include "ui/pages/runs/runtable.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tablerows.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

namespace inkling::ui {

namespace {

constexpr int kDifferencesWidth = 250;

void say(QAction* action, const QString& text, const QString& tip) {
  action->setText(text);
  const QString keys = action->shortcut().toString(QKeySequence::NativeText);
  action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
}

void setUp(QTableView& view, QSortFilterProxyModel& model) {
  view.setObjectName(QStringLiteral("runsTable"));
  view.setModel(&model);
  view.setSelectionBehavior(QAbstractItemView::SelectRows);
  view.setSelectionMode(QAbstractItemView::ExtendedSelection);
  view.setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
  view.setShowGrid(false);
  view.setFrameShape(QFrame::NoFrame);
  view.setWordWrap(false);
  view.setTabKeyNavigation(false);
  view.verticalHeader()->hide();
  new TableRows(view, 10);
  view.horizontalHeader()->setHighlightSections(false);
  view.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  view.horizontalHeader()->setSectionResizeMode(RunTable::Name, QHeaderView::Stretch);
  view.setSortingEnabled(true);
  view.sortByColumn(RunTable::Date, Qt::DescendingOrder);
}

QWidget* titled(QLabel* title, QWidget* content) {
  auto* card = new Card;
  QFont bold = title->font();
  bold.setBold(true);
  title->setFont(bold);
  card->body()->addWidget(title);
  card->body()->addWidget(content, 1);
  return card;
}

}  // namespace

void RunsPage::build() {
  m_sorted->setSourceModel(m_table);
  m_sorted->setSortRole(RunTable::kSortRole);
  m_empty = new QLabel;
  m_empty->setObjectName(QStringLiteral("runsEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_stack = new QStackedLayout(this);
  m_stack->addWidget(buildEmpty());
  m_stack->addWidget(buildFilled());
}

QWidget* RunsPage::buildEmpty() {
  auto* read = new QToolButton;
  read->setObjectName(QStringLiteral("readFirstRunButton"));
  read->setDefaultAction(m_read);
  read->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* empty = new QWidget;
  auto* column = new QVBoxLayout(empty);
  column->addStretch();
  column->addWidget(m_empty);
  column->addWidget(read, 0, Qt::AlignHCenter);
  column->addStretch();
  return empty;
}

QWidget* RunsPage::buildFilled() {
  m_bar = new QToolBar;
  m_bar->setObjectName(QStringLiteral("runsToolBar"));
  m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_bar->setIconSize({16, 16});
  for (QAction* action : {m_restore, m_load, m_rename, m_remove, m_export, m_read}) {
    m_bar->addAction(action);
    QWidget* button = m_bar->widgetForAction(action);
    button->setObjectName(
        QString(action->objectName()).replace(QLatin1String("Action"), QLatin1String("Button")));
    button->setFocusPolicy(Qt::TabFocus);
  }
  m_view = new QTableView;
  setUp(*m_view, *m_sorted);
  auto* top = new Card;
  top->body()->addWidget(m_bar);
  top->body()->addWidget(m_view, 1);

  m_loss = new RunsPlot(ValueScale::Kind::Number);
  m_loss->setObjectName(QStringLiteral("runsLossPlot"));
  m_accuracy = new RunsPlot(ValueScale::Kind::Percent);
  m_accuracy->setObjectName(QStringLiteral("runsAccuracyPlot"));
  m_lossTitle = new QLabel;
  m_accuracyTitle = new QLabel;
  m_differencesTitle = new QLabel;
  m_differences = new QLabel;
  m_differences->setObjectName(QStringLiteral("runDifferences"));
  m_differences->setWordWrap(true);
  m_differences->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_differences->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("differencesScroll"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(m_differences);
  scroll->viewport()->setAutoFillBackground(false);
  m_differences->setAutoFillBackground(false);

  auto* bottom = new QSplitter(Qt::Horizontal);
  bottom->setChildrenCollapsible(false);
  bottom->addWidget(titled(m_lossTitle, m_loss));
  bottom->addWidget(titled(m_accuracyTitle, m_accuracy));
  bottom->addWidget(titled(m_differencesTitle, scroll));
  bottom->setSizes({450, 450, kDifferencesWidth});

  auto* halves = new QSplitter(Qt::Vertical);
  halves->setObjectName(QStringLiteral("runsHalves"));
  halves->setChildrenCollapsible(false);
  halves->addWidget(top);
  halves->addWidget(bottom);
  halves->setSizes({340, 320});
  auto* filled = new QWidget;
  auto* column = new QVBoxLayout(filled);
  column->setContentsMargins(8, 8, 8, 8);
  column->addWidget(halves);
  return filled;
}

void RunsPage::updateActions() {
  const auto selected = selection();
  const bool one = selected.size() == 1;
  const bool model = one && m_table->run(m_table->rowOf(selected.front())).hasModel;
  m_restore->setEnabled(one);
  m_load->setEnabled(model);
  m_rename->setEnabled(one);
  m_remove->setEnabled(!selected.empty());
  m_export->setEnabled(!selected.empty());
  const QString selectOne = tr("Select one run first.");
  say(m_restore, tr("Restore settings"),
      one ? tr("Put this run's recipe into the controls. Train it again, or change one thing.")
          : selectOne);
  say(m_load, tr("Load model"),
      model ? tr("Use the network of this run, as it was at its end.")
      : one ? tr("No model was kept with this run.")
            : selectOne);
  say(m_rename, tr("Rename"),
      one ? tr("Give the run a name. Named runs are never removed to save space.") : selectOne);
  say(m_remove, tr("Delete"), tr("Remove the selected runs and their models for good."));
  say(m_export, tr("Export CSV…"),
      tr("Write the figures of the selected runs as a table, a row for each epoch."));
}

void RunsPage::retranslate() {
  say(m_read, tr("Read model file…"),
      tr("Take the run of a model file into the history, such as one that the command line "
         "trained."));
  m_empty->setText(
      tr("No runs yet. Press Train on the Learn page: every run that ends, is stopped or is "
         "rewound after an epoch is kept here with its settings, curves and model."));
  m_view->setAccessibleName(tr("Runs"));
  m_view->setToolTip(tr("Click a column's title to sort. Ctrl or Shift selects several runs."));
  m_bar->setWindowTitle(tr("Runs"));
  m_lossTitle->setText(tr("Loss"));
  m_accuracyTitle->setText(tr("Accuracy"));
  m_differencesTitle->setText(tr("Differences"));
  m_differences->setAccessibleName(tr("Differences between the selected runs"));
  emit m_table->headerDataChanged(Qt::Horizontal, 0, RunTable::kColumns - 1);
  updateActions();
  m_differences->setText(differencesText());
}

}  // namespace inkling::ui
