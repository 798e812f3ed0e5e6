// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/datapage.h"

#include "ui/pages/data/augmentpane.h"
#include "ui/pages/data/classestable.h"
#include "ui/pages/data/divisionbar.h"
#include "ui/pages/data/duplicatespane.h"
#include "ui/pages/data/pixelplot.h"
#include "ui/pages/data/problemlist.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/samples/sampledetail.h"
#include "ui/widgets/samples/samplefilter.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"
#include "ui/widgets/scrollpane.h"

#include <QComboBox>
#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

DataPage::DataPage(Session& session, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_survey(session),
      m_headline(new QLabel),
      m_division(new DivisionBar(session)),
      m_problems(new ProblemList(session)),
      m_classesCard(new Card),
      m_classes(new ClassesTable(this)),
      m_classView(new QTableView),
      m_tabs(new QTabWidget),
      m_pixels(new QWidget),
      m_plot(new PixelPlot),
      m_scaling(new QLabel),
      m_augment(new AugmentPane(session)),
      m_duplicates(new DuplicatesPane),
      m_browseCard(new Card),
      m_part(new QComboBox),
      m_index(new QSpinBox),
      m_tiles(new SampleTiles),
      m_detail(new SampleDetail(this)) {
  setObjectName(QStringLiteral("dataPage"));
  m_detail->hide();  // a popup, not a part of the layout
  m_headline->setObjectName(QStringLiteral("dataHeadline"));
  m_headline->setWordWrap(true);
  auto* columns = new QSplitter(Qt::Horizontal);
  columns->setObjectName(QStringLiteral("dataColumns"));
  columns->setChildrenCollapsible(false);
  columns->addWidget(buildLeft());
  columns->addWidget(buildRight());
  columns->setSizes({600, 600});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 10);
  column->addWidget(m_headline);
  column->addWidget(m_division);
  column->addWidget(m_problems);
  column->addWidget(columns, 1);
  connectAll();
  retranslate();
  showPart();
}

QWidget* DataPage::buildLeft() {
  m_classView->setObjectName(QStringLiteral("dataClasses"));
  m_classView->setModel(m_classes);
  m_classView->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_classView->setSelectionMode(QAbstractItemView::SingleSelection);
  m_classView->setFrameShape(QFrame::NoFrame);
  m_classView->setShowGrid(false);
  m_classView->setWordWrap(false);
  m_classView->setTabKeyNavigation(false);  // Tab goes on to the next control
  m_classView->setIconSize({ClassesTable::kPicture, ClassesTable::kPicture});
  m_classView->verticalHeader()->hide();
  m_classView->verticalHeader()->setDefaultSectionSize(ClassesTable::kPicture + 3);
  m_classView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  for (const int narrow : {ClassesTable::Name, ClassesTable::Mean, ClassesTable::Spread})
    m_classView->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::ResizeToContents);
  m_classesCard->body()->addWidget(m_classView, 1);

  auto* pixels = new QVBoxLayout(m_pixels);
  pixels->setContentsMargins(0, 6, 0, 0);
  m_scaling->setObjectName(QStringLiteral("dataScaling"));
  m_scaling->setWordWrap(true);
  pixels->addWidget(m_plot, 1);
  pixels->addWidget(m_scaling);
  m_tabs->setObjectName(QStringLiteral("dataTabs"));
  m_tabs->setDocumentMode(true);
  for (QWidget* tab :
       std::initializer_list<QWidget*>{new ScrollPane(m_augment), m_pixels, m_duplicates})
    m_tabs->addTab(tab, QString());

  auto* left = new QSplitter(Qt::Vertical);
  left->setChildrenCollapsible(false);
  left->addWidget(m_classesCard);
  left->addWidget(m_tabs);
  left->setSizes({430, 230});
  return left;
}

QWidget* DataPage::buildRight() {
  m_part->setObjectName(QStringLiteral("dataPart"));
  m_index->setObjectName(QStringLiteral("dataIndex"));
  m_index->setKeyboardTracking(false);
  m_tiles->setObjectName(QStringLiteral("dataTiles"));
  m_tiles->hidePredictionFilters();
  m_tiles->addLeadingControl(m_part);
  m_browseCard->header()->addStretch(1);
  m_browseCard->header()->addWidget(m_index);
  m_browseCard->body()->addWidget(m_tiles, 1);
  return m_browseCard;
}

void DataPage::connectAll() {
  connect(&m_survey, &DataSurvey::changed, this, &DataPage::showFigures);
  connect(&m_survey, &DataSurvey::failed, this, &Page::failed);
  connect(&m_session, &Session::splitChanged, this, &DataPage::showPart);
  connect(&m_session, &Session::dataChanged, this, &DataPage::showFigures);
  connect(&m_session, &Session::loadingWentOn, this, &DataPage::showFigures);
  connect(m_part, &QComboBox::activated, this, &DataPage::showPart);
  connect(m_index, &QSpinBox::valueChanged, this, &DataPage::goTo);
  connect(m_tiles, &SampleTiles::sampleActivated, this, &DataPage::showDetail);
  connect(m_classView, &QTableView::clicked, this,
          [this](const QModelIndex& index) { showClass(index.row()); });
  connect(m_classView, &QTableView::activated, this,
          [this](const QModelIndex& index) { showClass(index.row()); });
  connect(m_detail, &SampleDetail::copyToCanvas, this, [this](const Glyph& glyph) {
    m_session.selection().copyToCanvas(glyph);
    emit noted(tr("Copied to the canvas on the page Learn."));
  });
}

QString DataPage::headline() const {
  if (!m_session.data())
    return m_session.loading() ? tr("The data set is being loaded: %1 %")
                                     .arg(qRound(100 * m_session.loadingShare()))
                               : tr("There is no data set yet: choose one on the page Learn.");
  const QLocale locale;
  const Split& split = m_session.split();
  const QString title = QString::fromStdString(m_session.data()->title);
  const QString all = locale.toString(m_session.imagesUsed());
  const QString held = locale.toString(split.validation.count());
  const QString test = locale.toString(split.test.count());
  if (split.validation.count() == 0)
    return tr("%1: all %2 training images are trained on, none is held out for validation; %3 "
              "test images.")
        .arg(title, all, test);
  if (m_session.loaded()->division.spec.validation.kind == HeldOut::Kind::Last)
    return tr("%1: of %2 training images the last %3 are held out for validation; %4 test images.")
        .arg(title, all, held, test);
  return tr("%1: of %2 training images %3 are held out for validation, drawn from every class; %4 "
            "test images.")
      .arg(title, all, held, test);
}

void DataPage::showFigures() {
  const DataFiguresPtr& figures = m_survey.figures();
  m_classes->setFigures(figures, classNames());
  m_duplicates->setFigures(figures, classNames());
  const bool drawn = m_session.data() && m_session.data()->testDrawn;
  m_headline->setText(drawn ? headline() + QLatin1Char(' ') + testDrawnSentence() : headline());
  if (!m_session.data()) return;
  const QLocale locale;
  if (!figures) return m_scaling->clear();
  m_plot->setHistogram(figures->learnt.histogram);
  const DataSpec& spec = m_session.recipe().data;
  const QString mean = locale.toString(figures->learnt.mean, 'f', 4);
  const QString deviation = locale.toString(figures->learnt.std, 'f', 4);
  m_scaling->setText(
      spec.mean == 0 && spec.std == 1
          ? tr("Pixels as shares of full ink: mean %1, standard deviation %2. The recipe takes "
               "them "
               "as they are.")
                .arg(mean, deviation)
          : tr("Pixels as shares of full ink: mean %1, standard deviation %2. The recipe "
               "subtracts %3 and "
               "divides by %4.")
                .arg(mean, deviation, locale.toString(spec.mean, 'g', 4),
                     locale.toString(spec.std, 'g', 4)));
}

void DataPage::showPart() {
  const Split& split = m_session.split();
  const DataView* views[] = {&split.train, &split.validation, &split.test};
  const DataView& view = *views[std::max(0, m_part->currentIndex())];
  const QSignalBlocker quiet(m_index);
  m_index->setEnabled(view.count() > 0);
  if (view.count() > 0) {
    m_index->setRange(static_cast<int>(view.indices.front()),
                      static_cast<int>(view.indices.back()));
    m_index->setValue(m_index->minimum());
  }
  m_tiles->setSamples(view, classNames());
  showFigures();
}

void DataPage::showClass(int row) {
  SampleFilter filter = m_tiles->filter();
  filter.label = row < classNames().size() ? row : -1;
  m_tiles->setFilter(filter);
}

// The number of an image in its file.
void DataPage::goTo(int index) {
  const DataView& view = m_tiles->model()->view();
  const auto found =
      std::lower_bound(view.indices.begin(), view.indices.end(), static_cast<std::uint32_t>(index));
  if (found == view.indices.end()) return;
  const int position = static_cast<int>(found - view.indices.begin());
  if (!m_tiles->model()->indexOf(position).isValid()) m_tiles->setFilter({});
  m_tiles->select(position);
}

void DataPage::showDetail(int position) {
  if (position < 0) return;
  m_detail->setClassNames(classNames());
  m_detail->setSample(m_tiles->model()->view(), nullptr, position);
  m_detail->popupAt(QCursor::pos());
}

QStringList DataPage::classNames() const {
  QStringList names;
  if (m_session.data())
    for (const std::string& name : m_session.data()->classNames)
      names << QString::fromStdString(name);
  return names;
}

QString DataPage::purpose() const {
  return tr("What there is to learn from: every image, classes, pixels, augmentation, duplicates.");
}

void DataPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_survey.setActive(true);
}

void DataPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  m_survey.setActive(false);
}

void DataPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DataPage::retranslate() {
  const int part = std::max(0, m_part->currentIndex());
  const QSignalBlocker quiet(m_part);
  m_part->clear();
  m_part->addItems({tr("Train"), tr("Validation"), tr("Test")});
  m_part->setCurrentIndex(part);
  m_part->setAccessibleName(tr("Which images"));
  m_part->setToolTip(tr("Which part of the data set is shown below."));
  m_division->retranslate();
  m_index->setPrefix(tr("image "));
  m_index->setAccessibleName(tr("Image number"));
  m_index->setToolTip(tr("Type a number and press Return to go to that image of the file."));
  m_classesCard->setTitle(tr("Classes"));
  m_classView->setAccessibleName(tr("Classes"));
  m_classes->retranslate();
  m_browseCard->setTitle(tr("Images"));
  m_tabs->setTabText(0, tr("Augmentation"));
  m_tabs->setTabText(1, tr("Pixels"));
  m_tabs->setTabText(2, tr("Duplicates"));
  m_plot->setAccessibleName(tr("Grey values"));
  m_plot->setToolTip(
      tr("How often each grey value occurs, on a logarithmic axis. Most of an image is paper."));
  showFigures();
}

}  // namespace inkling::ui
