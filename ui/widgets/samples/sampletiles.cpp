// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/sampletiles.h"

#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/samples/countlabel.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/tileview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kNarrowBox = 78;
constexpr int kGap = 4;

}  // namespace

SampleTiles::SampleTiles(QWidget* parent)
    : QWidget(parent),
      m_model(new SampleModel(this)),
      m_view(new TileView(this)),
      m_row(new QHBoxLayout),
      m_class(new QComboBox(this)),
      m_predicted(new QComboBox(this)),
      m_sort(new QComboBox(this)),
      m_wrongOnly(new QToolButton(this)),
      m_count(new CountLabel(this)) {
  m_view->setObjectName(QStringLiteral("sampleView"));
  m_class->setObjectName(QStringLiteral("sampleClass"));
  m_predicted->setObjectName(QStringLiteral("samplePredicted"));
  m_predicted->hide();
  m_sort->setObjectName(QStringLiteral("sampleSort"));
  m_wrongOnly->setObjectName(QStringLiteral("sampleWrongOnly"));
  m_count->setObjectName(QStringLiteral("sampleCount"));
  // Let the window be 1024 wide; what they say is cut off then.
  m_predicted->setMinimumWidth(kNarrowBox);
  m_sort->setMinimumWidth(kNarrowBox);
  m_wrongOnly->setIcon(icon(Icon::Cross));
  m_wrongOnly->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_wrongOnly->setCheckable(true);
  m_wrongOnly->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
  m_view->setModel(m_model);
  m_row->setSpacing(kGap);
  m_row->addWidget(m_class);
  m_row->addWidget(m_predicted);
  m_row->addWidget(m_sort);
  m_row->addWidget(m_wrongOnly);
  m_row->addWidget(m_count, 1);
  setTabOrder(m_wrongOnly, m_view);
  auto* all = new QVBoxLayout(this);
  setCardMargins(*all);
  all->addLayout(m_row);
  all->addWidget(m_view, 1);
  connectAll();
  retranslate();
}

void SampleTiles::connectAll() {
  connect(m_class, &QComboBox::currentIndexChanged, this, &SampleTiles::applyFilter);
  connect(m_predicted, &QComboBox::currentIndexChanged, this, &SampleTiles::applyFilter);
  connect(m_sort, &QComboBox::currentIndexChanged, this, &SampleTiles::applyFilter);
  connect(m_wrongOnly, &QToolButton::toggled, this, &SampleTiles::applyFilter);
  connect(m_model, &QAbstractItemModel::layoutChanged, this, &SampleTiles::updateCount);
  connect(m_model, &QAbstractItemModel::modelReset, this, &SampleTiles::updateCount);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& now) { emit currentSampleChanged(m_model->position(now)); });
  const auto activate = [this](const QModelIndex& index) {
    emit sampleActivated(m_model->position(index));
  };
  connect(m_view, &QListView::clicked, this, activate);
  connect(m_view, &TileView::returnPressed, this, activate);
}

void SampleTiles::setSamples(const DataView& view, const QStringList& classNames) {
  m_only.reset();
  m_model->setSamples(view, classNames);
  fillClasses(m_class, classNames);
  fillClasses(m_predicted, classNames);
  applyFilter();
  m_view->scrollToTop();
}

void SampleTiles::fillClasses(QComboBox* box, const QStringList& names) {
  const QSignalBlocker quiet(box);
  const int before = box->currentIndex();
  while (box->count() > 1) box->removeItem(1);
  box->addItems(names);
  box->setCurrentIndex(before < box->count() ? before : 0);
}

void SampleTiles::setPredictions(std::shared_ptr<const Predictions> predictions) {
  m_model->setPredictions(std::move(predictions));
}

int SampleTiles::currentSample() const { return m_model->position(m_view->currentIndex()); }

void SampleTiles::select(int position) {
  const QModelIndex index = m_model->indexOf(position);
  m_view->setCurrentIndex(index);
  if (index.isValid()) m_view->scrollTo(index);
}

void SampleTiles::addLeadingControl(QWidget* control) {
  m_row->insertWidget(0, control);
  QWidget* before = control;
  for (QWidget* next :
       std::initializer_list<QWidget*>{m_class, m_predicted, m_sort, m_wrongOnly, m_view}) {
    setTabOrder(before, next);
    before = next;
  }
}

void SampleTiles::offerPredicted() { m_predicted->show(); }

void SampleTiles::hidePredictionFilters() {
  m_sort->hide();
  m_wrongOnly->hide();
}

QListView* SampleTiles::view() const { return m_view; }

SampleFilter SampleTiles::filter() const {
  SampleFilter filter;
  filter.label = m_class->currentIndex() - 1;
  filter.predicted = m_predicted->currentIndex() - 1;
  filter.only = m_only;
  filter.wrongOnly = m_wrongOnly->isChecked();
  filter.sort = static_cast<SampleSort>(m_sort->currentIndex());
  return filter;
}

void SampleTiles::setFilter(const SampleFilter& filter) {
  {
    const QSignalBlocker quietClass(m_class);
    const QSignalBlocker quietPredicted(m_predicted);
    const QSignalBlocker quietWrong(m_wrongOnly);
    const QSignalBlocker quietSort(m_sort);
    m_only = filter.only;
    m_class->setCurrentIndex(filter.label + 1);
    m_predicted->setCurrentIndex(filter.predicted + 1);
    m_wrongOnly->setChecked(filter.wrongOnly);
    m_sort->setCurrentIndex(static_cast<int>(filter.sort));
  }
  applyFilter();
  m_view->scrollToTop();
}

void SampleTiles::applyFilter() {
  m_model->setFilter(filter());
  updateCount();
  emit filterChanged();
}

void SampleTiles::setMissingHint(const QString& why) {
  m_missing = why;
  updateCount();
}

void SampleTiles::updateCount() {
  const int shown = m_model->rowCount();
  const int all = m_model->view().count();
  m_count->setCount(shown, all);
  const QString missing = m_missing.isEmpty() ? tr("No samples yet: load a data set.") : m_missing;
  m_view->setHint(all == 0     ? missing
                  : shown == 0 ? tr("Nothing to show: no sample is like that.")
                               : QString());
}

void SampleTiles::paintEvent(QPaintEvent*) { paintCard(*this); }

void SampleTiles::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void SampleTiles::retranslate() {
  const QSignalBlocker quietClass(m_class);
  const QSignalBlocker quietPredicted(m_predicted);
  const QSignalBlocker quietSort(m_sort);
  if (m_class->count() == 0) m_class->addItem({});
  if (m_predicted->count() == 0) m_predicted->addItem({});
  m_predicted->setItemText(0, tr("read as anything"));
  m_predicted->setAccessibleName(tr("Read as"));
  m_predicted->setToolTip(
      tr("Shows only what is read as this class. Try 9: what else looks like one?"));
  m_class->setItemText(0, tr("all classes"));
  const int sort = std::max(0, m_sort->currentIndex());
  m_sort->clear();
  m_sort->addItems({tr("in order"), tr("by loss"), tr("least sure first"),
                    tr("closest calls first"), tr("surest mistakes first")});
  m_sort->setCurrentIndex(sort);
  m_wrongOnly->setText(tr("wrong only"));
  m_class->setAccessibleName(tr("Class"));
  m_class->setToolTip(
      tr("Shows one class only. Try 9 with “wrong only”: what are they taken for?"));
  m_sort->setAccessibleName(tr("Order"));
  m_sort->setToolTip(
      tr("Puts the samples in another order. By loss, the worst mistakes come first: "
         "would you read them right?"));
  m_wrongOnly->setAccessibleName(tr("Wrong only"));
  m_wrongOnly->setToolTip(tr("Shows only what is read wrong now. Watch it empty while the network "
                             "trains (%1).")
                              .arg(m_wrongOnly->shortcut().toString(QKeySequence::NativeText)));
  m_view->setAccessibleName(tr("Samples"));
  updateCount();
}

}  // namespace inkling::ui
