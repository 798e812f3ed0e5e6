// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/canvaspane.h"

#include "core/data/classnames.h"
#include "ui/dialogs/prompter.h"
#include "ui/pages/handwriting/handwritingdialog.h"
#include "ui/pages/learn/correctionrow.h"
#include "ui/session/session.h"
#include "ui/session/userfiles.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/canvastools.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/canvas/pinstrip.h"

#include <QDir>
#include <QEvent>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kSide = 28;

Glyph glyphOf(const DataView& view, int position) {
  Glyph glyph{};
  const auto image = view.image(position);
  std::copy(image.begin(), image.end(), glyph.begin());
  return glyph;
}

}  // namespace

CanvasPane::CanvasPane(Session& session, Prompter& prompter, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_prompter(prompter),
      m_personal(userPlace("my-digits.jsonl")),
      m_pictures(session.pictures()),
      m_panel(new CanvasPanel(this)),
      m_correction(new CorrectionRow(m_personal)),
      m_reader(new QLabel(this)) {
  setObjectName(QStringLiteral("canvasPane"));
  m_panel->setObjectName(QStringLiteral("canvasPanel"));
  m_reader->setObjectName(QStringLiteral("canvasReader"));
  m_reader->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_panel->addBelow(m_correction);
  column->addWidget(m_panel, 1);
  column->addWidget(m_reader);
  connectPanel();
  connect(m_correction, &CorrectionRow::collectionWanted, this, &CanvasPane::showCollection);
  connect(&m_personal, &PersonalDigits::failed, this, &CanvasPane::failed);
  connect(&m_personal, &PersonalDigits::unreadable, &session.keeping(), &Keeping::lost);
  connect(&m_pictures, &PictureReader::failed, this, &CanvasPane::failed);
  connect(&m_pictures, &PictureReader::ready, m_panel, &CanvasPanel::setPicture);
  connect(&session.selection(), &Selection::copyWanted, this, &CanvasPane::setGlyph);
  connect(&session.selection(), &Selection::drawWanted, m_panel->canvas(), &InkCanvas::setInk);
  connect(&session, &Session::modelChanged, this, &CanvasPane::showModel);
  describeReader();
  // When the window is there, to tell if something is wrong with them.
  QMetaObject::invokeMethod(&m_personal, &PersonalDigits::load, Qt::QueuedConnection);
}

void CanvasPane::connectPanel() {
  InkCanvas* canvas = m_panel->canvas();
  CanvasTools* tools = m_panel->tools();
  connect(m_panel, &CanvasPanel::drawingChanged, this, &CanvasPane::read);
  connect(m_panel, &CanvasPanel::chosenChanged, this, &CanvasPane::tellChosen);
  connect(m_panel, &CanvasPanel::preparedChanged, this, &CanvasPane::prepareAnew);
  connect(canvas, &InkCanvas::imageOffered, this,
          [this](const QImage& image) { m_pictures.read(image, m_panel->options()); });
  connect(canvas, &InkCanvas::pictureFileOffered, this, &CanvasPane::openPicture);
  connect(tools, &CanvasTools::pictureWanted, this, &CanvasPane::choosePicture);
  connect(tools, &CanvasTools::sampleWanted, this, &CanvasPane::showSample);
  connect(tools, &CanvasTools::pinWanted, this, &CanvasPane::pin);
  connect(m_panel->pins(), &PinStrip::pinClicked, this, &CanvasPane::bringBack);
}

void CanvasPane::openPicture(const QString& path) { m_pictures.read(path, m_panel->options()); }

void CanvasPane::choosePicture() {
  m_prompter.chooseFile(Prompter::File::OpenPicture, QDir::homePath(), [this](const QString& path) {
    if (!path.isEmpty()) openPicture(path);
  });
}

void CanvasPane::showSample() {
  const DataView& test = m_session.modelSplit().test;
  const bool fits = test.set && test.set->width == kSide && test.set->height == kSide;
  if (!fits || test.count() == 0) {
    emit failed(
        tr("There are no test images of 28×28 pixels: the data set is not loaded yet, or "
           "its images have another size."));
    return;
  }
  const int position = QRandomGenerator::global()->bounded(test.count());
  const Glyph glyph = glyphOf(test, position);
  m_correction->disown(glyph);
  m_panel->setSample(glyph, test.label(position));
}

void CanvasPane::pin() {
  if (m_panel->isBlank()) return;
  m_panel->pins()->pin(m_panel->digits()[static_cast<std::size_t>(m_panel->chosen())]);
}

void CanvasPane::bringBack(int pin) {
  const DigitReading& digit = m_panel->pins()->pins()[static_cast<std::size_t>(pin)];
  if (digit.ink.empty())
    m_panel->setGlyph(Glyph(digit.glyph));
  else
    m_panel->canvas()->setInk(Ink(digit.ink));
}

void CanvasPane::prepareAnew() {
  m_inkReader.setOptions(m_panel->options());
  if (m_panel->showsPicture()) m_pictures.readAgain(m_panel->options());
  read();
}

void CanvasPane::setGlyph(const Glyph& glyph) {
  m_correction->disown(glyph);
  m_panel->setGlyph(glyph);
}

void CanvasPane::read() {
  const InkCanvas& canvas = *m_panel->canvas();
  if (!canvas.glyph())
    m_panel->setDigits(m_inkReader.read(canvas.ink()));
  else if (inkling::isBlank(*canvas.glyph()))
    m_panel->setDigits({});
  else
    m_panel->setDigits({m_inkReader.read(*canvas.glyph())});
  tellChosen();
}

void CanvasPane::tellChosen() {
  const bool blank = m_panel->isBlank();
  const auto chosen = static_cast<std::size_t>(m_panel->chosen());
  const DigitReading* digit = blank ? nullptr : &m_panel->digits()[chosen];
  m_session.selection().setDrawing(blank ? Ink() : digit->ink, m_panel->glyph(), blank);
  m_correction->setDigit(digit);
}

void CanvasPane::showCollection() {
  if (m_collection == nullptr)
    m_collection = new HandwritingDialog(m_session, m_prompter, m_personal, window());
  m_collection->show();
  m_collection->raise();
  m_collection->activateWindow();
}

void CanvasPane::keyPressEvent(QKeyEvent* event) {
  const int digit = event->key() - Qt::Key_0;
  if (digit >= 0 && digit <= 9) return m_correction->label(digit);
  QWidget::keyPressEvent(event);
}

void CanvasPane::showModel() {
  QStringList names;
  for (const std::string& name : m_session.model()->classNames)
    names << QString::fromStdString(name);
  m_panel->setClassNames(names);
  m_correction->setOffered(areDigits(m_session.model()->classNames));
  m_inkReader.setModel(m_session.model());
  m_inkReader.setGrouper(m_session.bundled());
  read();
  PinStrip* pins = m_panel->pins();
  for (int i = 0; i < static_cast<int>(pins->pins().size()); ++i) {
    const Glyph& glyph = pins->pins()[static_cast<std::size_t>(i)].glyph;
    pins->setReading(i, m_inkReader.reads() ? readGlyph(*m_session.model(), glyph) : Reading());
  }
  describeReader();
}

void CanvasPane::describeReader() {
  const ModelPtr& model = m_session.model();
  if (!model) {
    m_reader->setText(tr("Nothing reads the canvas yet: press Train or open a model."));
  } else if (m_session.modelIsBundled()) {
    m_reader->setText(tr("Read by the bundled model, until you train or open one."));
  } else if (m_session.modelIsPersonal()) {
    m_reader->setText(tr("Read by the model that has learnt your handwriting."));
  } else if (model->position == Position{}) {
    m_reader->setText(tr("Read by fresh weights: all guesses."));
  } else {
    const auto name = QString::fromStdString(model->recipe.name);
    m_reader->setText(model->position.step == 0
                          ? tr("Read by %1 after epoch %2.").arg(name).arg(model->position.epoch)
                          : tr("Read by %1 in epoch %2.").arg(name).arg(model->position.epoch + 1));
  }
}

void CanvasPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) describeReader();
}

}  // namespace inkling::ui
