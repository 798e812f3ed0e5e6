// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/samplespane.h"

#include "ui/session/session.h"
#include "ui/widgets/samples/sampledetail.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QComboBox>
#include <QCursor>
#include <QEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace inkling::ui {

namespace {

constexpr int kMostVisible = 400;

enum Set { Validation, Test };

}  // namespace

SamplesPane::SamplesPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_set(new QComboBox(this)),
      m_tiles(new SampleTiles(this)),
      m_detail(new SampleDetail(this)) {
  m_detail->hide();  // a popup, not a part of the layout
  setObjectName(QStringLiteral("samplesPane"));
  m_set->setObjectName(QStringLiteral("sampleSet"));
  m_tiles->setObjectName(QStringLiteral("sampleTiles"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_set->addItems({QString(), QString()});
  m_tiles->addLeadingControl(m_set);
  column->addWidget(m_tiles);
  m_reader.setVisible([this] { return visiblePositions(); });
  retranslate();

  connect(m_set, &QComboBox::activated, this, [this](int index) {
    m_wanted = index;
    showSamples();
  });
  connect(m_tiles, &SampleTiles::sampleActivated, this, &SamplesPane::showDetail);
  connect(m_detail, &SampleDetail::copyToCanvas, this, &SamplesPane::copyToCanvas);
  connect(&m_reader, &SampleReader::failed, this, &SamplesPane::failed);
  connect(&m_reader, &SampleReader::predictionsChanged, this,
          [this] { m_tiles->setPredictions(m_reader.predictions()); });
  connect(&session, &Session::modelSplitChanged, this, &SamplesPane::showSamples);
  connect(&session, &Session::modelChanged, this, &SamplesPane::showModel);
  connect(&session.training(), &Training::stateChanged, this, [this] {
    m_reader.setThrifty(m_session.training().state() == Training::State::Running);
  });
}

void SamplesPane::showSamples() {
  const Split& split = m_session.modelSplit();
  const bool nothingHeldOut = split.validation.count() == 0;
  qobject_cast<QStandardItemModel*>(m_set->model())->item(Validation)->setEnabled(!nothingHeldOut);
  m_set->setCurrentIndex(nothingHeldOut ? Test : m_wanted);
  const DataView& view = m_set->currentIndex() == Test ? split.test : split.validation;
  m_tiles->setSamples(view, classNames());
  m_reader.setView(view);
  showModel();
}

void SamplesPane::showModel() {
  const ModelPtr& model = m_session.model();
  const bool sameClasses =
      model && m_session.data() && model->classNames == m_session.data()->classNames;
  m_reader.setModel(sameClasses ? model : nullptr);
}

void SamplesPane::showDetail(int position) {
  if (position < 0) return;
  m_detail->setClassNames(classNames());
  m_detail->setSample(m_tiles->model()->view(), m_reader.predictions().get(), position);
  m_detail->popupAt(QCursor::pos());
}

std::vector<int> SamplesPane::visiblePositions() const {
  const QListView* view = m_tiles->view();
  const QRect area = view->viewport()->rect();
  QModelIndex index = view->indexAt({area.left() + 8, area.top() + 8});
  int row = index.isValid() ? index.row() : 0;
  std::vector<int> positions;
  for (; static_cast<int>(positions.size()) < kMostVisible; ++row) {
    index = m_tiles->model()->index(row, 0);
    if (!index.isValid() || view->visualRect(index).top() > area.bottom()) break;
    positions.push_back(m_tiles->model()->position(index));
  }
  return positions;
}

QStringList SamplesPane::classNames() const {
  QStringList names;
  if (m_session.data())
    for (const std::string& name : m_session.data()->classNames)
      names << QString::fromStdString(name);
  return names;
}

void SamplesPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_reader.setAwake(true);
}

void SamplesPane::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_reader.setAwake(false);
}

void SamplesPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SamplesPane::retranslate() {
  m_set->setItemText(Validation, tr("Validation"));
  m_set->setItemText(Test, tr("Test"));
  m_set->setAccessibleName(tr("Which samples"));
  m_set->setToolTip(
      tr("Validation images are held out of the training. Look at test images as rarely as you "
         "can: a choice made by "
         "looking at them is no longer honest."));
}

}  // namespace inkling::ui
