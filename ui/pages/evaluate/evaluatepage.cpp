// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluatepage.h"

#include "core/model/fits.h"
#include "ui/pages/evaluate/classtable.h"
#include "ui/pages/evaluate/comparepane.h"
#include "ui/pages/evaluate/confidencepane.h"
#include "ui/pages/evaluate/confusionview.h"
#include "ui/pages/evaluate/headline.h"
#include "ui/pages/evaluate/inspector.h"
#include "ui/pages/evaluate/robustnesspane.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/samples/samplefilter.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"
#include "ui/widgets/tablerows.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace inkling::ui {

EvaluatePage::EvaluatePage(Session& session, Prompter& prompter, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_prompter(prompter),
      m_reader(session),
      m_part(new QComboBox),
      m_partNote(new QLabel),
      m_originNote(new QLabel),
      m_headline(new Headline),
      m_export(new QToolButton),
      m_exportMenu(new QMenu(this)),
      m_mode(new QComboBox),
      m_matrix(new ConfusionView),
      m_tabs(new QTabWidget),
      m_confusion(new QSplitter(Qt::Vertical)),
      m_classes(new ClassTable(this)),
      m_classView(new QTableView),
      m_confidence(new ConfidencePane),
      m_robustness(new RobustnessPane(session)),
      m_compare(new ComparePane(session, prompter)),
      m_galleryCard(new Card),
      m_tiles(new SampleTiles),
      m_inspector(new Inspector(session)),
      m_columns(new QSplitter(Qt::Horizontal)) {
  setObjectName(QStringLiteral("evaluatePage"));
  build();
  connectAll();
  retranslate();
  SampleFilter filter;
  filter.wrongOnly = true;
  filter.sort = SampleSort::Mistakes;
  m_tiles->setFilter(filter);
  showNothing();
}

void EvaluatePage::build() {
  m_columns->setObjectName(QStringLiteral("evaluateColumns"));
  m_columns->setChildrenCollapsible(false);
  m_columns->addWidget(buildLeft());
  m_columns->addWidget(buildRight());
  m_columns->setSizes({600, 600});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 10);
  column->addWidget(buildTop());
  column->addWidget(m_partNote);
  column->addWidget(m_originNote);
  column->addWidget(m_columns, 1);
}

QWidget* EvaluatePage::buildTop() {
  m_part->setObjectName(QStringLiteral("evaluatePart"));
  m_partNote->setObjectName(QStringLiteral("evaluatePartNote"));
  m_partNote->setWordWrap(true);
  m_partNote->hide();
  m_originNote->setObjectName(QStringLiteral("evaluateOriginNote"));
  m_originNote->setWordWrap(true);
  m_originNote->hide();
  m_export->setObjectName(QStringLiteral("evaluateExport"));
  m_export->setIcon(icon(Icon::Export));
  m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_export->setPopupMode(QToolButton::InstantPopup);
  m_export->setMenu(m_exportMenu);
  auto* top = new QWidget;
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  row->addWidget(m_part);
  row->addWidget(m_headline, 1);
  row->addWidget(m_export);
  return top;
}

QWidget* EvaluatePage::buildLeft() {
  m_mode->setObjectName(QStringLiteral("confusionMode"));
  m_matrix->setObjectName(QStringLiteral("confusion"));
  auto* matrix = new QWidget;
  auto* column = new QVBoxLayout(matrix);
  column->setContentsMargins(0, 6, 0, 0);
  column->addWidget(m_mode, 0, Qt::AlignRight);
  column->addWidget(m_matrix, 1);

  auto* sorted = new QSortFilterProxyModel(this);
  sorted->setSourceModel(m_classes);
  sorted->setSortRole(Qt::UserRole);
  m_classView->setObjectName(QStringLiteral("classTable"));
  m_classView->setModel(sorted);
  m_classView->setSortingEnabled(true);
  m_classView->sortByColumn(ClassTable::Name, Qt::AscendingOrder);
  m_classView->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_classView->setSelectionMode(QAbstractItemView::SingleSelection);
  m_classView->setFrameShape(QFrame::NoFrame);
  m_classView->setShowGrid(false);
  m_classView->setTabKeyNavigation(false);
  m_classView->verticalHeader()->hide();
  new TableRows(*m_classView, 6);
  m_classView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_tabs->setObjectName(QStringLiteral("evaluateTabs"));
  m_tabs->setDocumentMode(true);
  m_confusion->setObjectName(QStringLiteral("evaluateConfusion"));
  m_confusion->setChildrenCollapsible(false);
  m_confusion->addWidget(matrix);
  m_confusion->addWidget(m_classView);
  m_confusion->setSizes({400, 180});
  m_tabs->addTab(m_confusion, QString());
  for (QWidget* tab : std::initializer_list<QWidget*>{m_confidence, m_robustness, m_compare})
    m_tabs->addTab(tab, QString());
  auto* left = new Card;
  left->body()->addWidget(m_tabs, 1);
  return left;
}

QWidget* EvaluatePage::buildRight() {
  m_tiles->setObjectName(QStringLiteral("galleryTiles"));
  m_tiles->offerPredicted();
  m_galleryCard->body()->addWidget(m_tiles, 1);
  auto* inspected = new Card;
  inspected->body()->addWidget(m_inspector, 1);
  auto* right = new QSplitter(Qt::Vertical);
  right->setObjectName(QStringLiteral("evaluateRight"));
  right->setChildrenCollapsible(false);
  right->addWidget(m_galleryCard);
  right->addWidget(inspected);
  right->setStretchFactor(0, 1);
  right->setSizes({330, 310});
  return right;
}

void EvaluatePage::connectAll() {
  connect(m_part, &QComboBox::activated, this, [this](int index) {
    m_partNote->setVisible(index == 1);
    m_reader.setPart(index == 1 ? EvaluationReader::Part::Test
                                : EvaluationReader::Part::Validation);
  });
  connect(&m_reader, &EvaluationReader::changed, this, &EvaluatePage::showEvaluation);
  connect(&m_reader, &EvaluationReader::failed, this, &Page::failed);
  connect(&m_session, &Session::dataChanged, this, [this] {
    if (!m_reader.evaluation()) showNothing();
  });
  connect(m_mode, &QComboBox::currentIndexChanged, this,
          [this](int mode) { m_matrix->setMode(static_cast<ConfusionView::Mode>(mode)); });
  connect(m_matrix, &ConfusionView::cellChosen, this, &EvaluatePage::showCell);
  connect(m_tiles, &SampleTiles::filterChanged, this, &EvaluatePage::showFilter);
  connect(m_tiles, &SampleTiles::sampleActivated, this, &EvaluatePage::inspect);
  connect(m_tiles, &SampleTiles::currentSampleChanged, this, &EvaluatePage::inspect);
  connect(m_compare, &ComparePane::failed, this, &EvaluatePage::failed);
  connect(m_compare, &ComparePane::otherChanged, m_robustness, &RobustnessPane::setOther);
  connect(m_compare, &ComparePane::imagesWanted, this, [this](const auto& positions) {
    SampleFilter filter;
    filter.only = positions;
    filter.sort = SampleSort::Mistakes;
    m_tiles->setFilter(filter);
  });
  connect(m_classView, &QTableView::clicked, this, [this](const QModelIndex& index) {
    const auto* sorted = static_cast<const QSortFilterProxyModel*>(m_classView->model());
    showCell({sorted->mapToSource(index).row(), -1});
    m_matrix->setChosen({sorted->mapToSource(index).row(), -1});
  });
}

void EvaluatePage::showEvaluation() {
  const EvaluationPtr& made = m_reader.evaluation();
  if (!made) return showNothing();
  const QStringList names = classNames();
  m_headline->show(*made);
  showOrigin(*made->model);
  m_matrix->setConfusion(made->confusion, names);
  m_classes->setConfusion(made->confusion, names);
  m_confidence->show(made);
  m_robustness->setEvaluation(made);
  m_compare->setEvaluation(made);
  m_export->setEnabled(true);
  const bool sameImages =
      m_shownView.set == made->view.set && m_shownView.indices == made->view.indices;
  if (!sameImages) {
    m_shownView = made->view;
    m_inspector->clear();
    m_tiles->setSamples(made->view, names);
  }
  m_tiles->setPredictions(made->predictions);
  // Something to look at from the start: the surest mistake.
  const auto* gallery = m_tiles->model();
  if (m_inspector->position() >= 0)
    inspect(m_inspector->position());
  else if (gallery->rowCount() > 0)
    inspect(gallery->position(gallery->index(0)));
}

void EvaluatePage::showNothing() {
  const QString why = whyNothing();
  m_headline->clear(why);
  m_originNote->hide();
  m_matrix->clear(why);
  m_classes->setConfusion(Confusion(), {});
  m_confidence->show(nullptr);
  m_robustness->setEvaluation(nullptr);
  m_compare->setEvaluation(nullptr);
  m_inspector->clear();
  m_shownView = {};
  m_tiles->setMissingHint(why);
  m_tiles->setSamples({}, {});
  m_export->setEnabled(false);
}

QString EvaluatePage::whyNothing() const {
  const ModelPtr& model = m_session.model();
  if (m_session.loading() && !m_session.data()) return tr("The data set is being loaded …");
  if (!m_session.data()) return tr("There is no data set yet: choose one on the page Learn.");
  if (!model) return tr("There is no model yet: press Train, or open one from a file.");
  if (m_reader.view().count() == 0 || !fits(model->network, m_reader.view()))
    return tr("This model was made for other images than those of this data set.");
  return tr("The network reads the images …");
}

void EvaluatePage::showCell(const ConfusionCell& cell) {
  SampleFilter filter = m_tiles->filter();
  filter.only = nullptr;
  filter.label = cell.label;
  filter.predicted = cell.predicted;
  // A whole row is wanted for its mistakes, one cell for what is in it.
  filter.wrongOnly = cell.label < 0 || cell.predicted < 0;
  m_tiles->setFilter(filter);
}

void EvaluatePage::showFilter() {
  const SampleFilter filter = m_tiles->filter();
  m_matrix->setChosen({filter.label, filter.predicted});
}

void EvaluatePage::inspect(int position) {
  const EvaluationPtr& made = m_reader.evaluation();
  if (!made || position < 0 || position >= made->view.count()) return;
  m_inspector->show(made->view, made->predictions.get(), made->model, position);
}

QStringList EvaluatePage::classNames() const {
  QStringList names;
  if (m_session.data())
    for (const std::string& name : m_session.data()->classNames)
      names << QString::fromStdString(name);
  return names;
}

void EvaluatePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_reader.setActive(true);
  if (!m_reader.evaluation()) showNothing();
}

void EvaluatePage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  m_reader.setActive(false);
}

void EvaluatePage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  showEvaluation();
}

}  // namespace inkling::ui
