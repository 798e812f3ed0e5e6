// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/lookpage.h"

#include "ui/pages/look/arithmetictext.h"
#include "ui/pages/look/healthpane.h"
#include "ui/pages/look/labpane.h"
#include "ui/pages/look/layerstack.h"
#include "ui/pages/look/layerview.h"
#include "ui/pages/look/mappane.h"
#include "ui/pages/look/weightspane.h"
#include "ui/pages/look/whypane.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kModelPause = 500;  // ms between two models while a run is under way
constexpr int kSlide = 120;       // ms for each place of the window
constexpr int kCanvas = 190;

QScrollArea* scrolled(QWidget* widget, const char* name) {
  auto* area = new QScrollArea;
  area->setObjectName(QLatin1String(name));
  area->setWidget(widget);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  return area;
}

}  // namespace

LookPage::LookPage(Session& session, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_canvas(new InkCanvas),
      m_answer(new QLabel),
      m_scale(new QComboBox),
      m_clear(new QToolButton),
      m_stack(new LayerStack),
      m_scroll(scrolled(m_stack, "layerScroll")),
      m_hint(new QLabel),
      m_tabs(new QTabWidget),
      m_play(new QToolButton),
      m_arithmetic(new QLabel),
      m_softmax(new QLabel),
      m_why(new WhyPane),
      m_weights(new WeightsPane),
      m_map(new MapPane(session)),
      m_lab(new LabPane(session)),
      m_health(new HealthPane(session)) {
  setObjectName(QStringLiteral("lookPage"));
  auto* columns = new QSplitter(Qt::Horizontal);
  columns->setObjectName(QStringLiteral("lookColumns"));
  columns->setChildrenCollapsible(false);
  columns->addWidget(buildLeft());
  columns->addWidget(buildRight());
  columns->setSizes({640, 560});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 8, 10, 10);
  column->addWidget(columns);
  m_pause.setSingleShot(true);
  m_pause.setInterval(kModelPause);
  m_slide.setInterval(kSlide);
  connectAll();
  retranslate();
}

QWidget* LookPage::buildLeft() {
  m_hint->setObjectName(QStringLiteral("lookHint"));
  m_hint->setWordWrap(true);
  m_hint->setAlignment(Qt::AlignCenter);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* card = new Card;
  card->body()->addWidget(m_hint, 1);
  card->body()->addWidget(m_scroll, 1);
  return card;
}

QWidget* LookPage::buildRight() {
  m_canvas->setObjectName(QStringLiteral("lookCanvas"));
  m_canvas->setFixedSize(kCanvas, kCanvas);
  m_answer->setObjectName(QStringLiteral("lookAnswer"));
  m_answer->setWordWrap(true);
  m_answer->setTextFormat(Qt::RichText);
  m_scale->setObjectName(QStringLiteral("lookScale"));
  m_clear->setObjectName(QStringLiteral("lookClear"));
  m_clear->setIcon(icon(Icon::Clear));
  m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_clear->setFocusPolicy(Qt::TabFocus);
  auto* beside = new QVBoxLayout;
  beside->addWidget(m_answer);
  beside->addStretch(1);
  beside->addWidget(m_scale);
  beside->addWidget(m_clear);
  auto* top = new Card;
  auto* row = new QHBoxLayout;
  row->addWidget(m_canvas);
  row->addLayout(beside, 1);
  top->body()->addLayout(row);

  m_play->setObjectName(QStringLiteral("lookPlay"));
  m_play->setCheckable(true);
  m_play->setIcon(icon(Icon::Play));
  m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_play->setFocusPolicy(Qt::TabFocus);
  auto* numbers = new QWidget;
  auto* column = new QVBoxLayout(numbers);
  column->addWidget(m_play, 0, Qt::AlignLeft);
  m_arithmetic->setObjectName(QStringLiteral("arithmetic"));
  m_softmax->setObjectName(QStringLiteral("softmaxSteps"));
  for (QLabel* label : {m_arithmetic, m_softmax}) {
    label->setTextFormat(Qt::RichText);
    label->setAlignment(Qt::AlignTop);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  column->addWidget(m_arithmetic);
  column->addStretch(1);
  m_softmax->setMargin(8);
  m_tabs->setObjectName(QStringLiteral("lookTabs"));
  m_tabs->setDocumentMode(true);
  m_tabs->addTab(m_why, QString());
  m_tabs->addTab(scrolled(numbers, "arithmeticScroll"), QString());
  m_tabs->addTab(scrolled(m_softmax, "softmaxScroll"), QString());
  for (QWidget* tab : std::initializer_list<QWidget*>{m_weights, m_map, m_lab, m_health})
    m_tabs->addTab(tab, QString());
  auto* below = new Card;
  below->body()->addWidget(m_tabs, 1);

  auto* right = new QWidget;
  auto* rows = new QVBoxLayout(right);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(top);
  rows->addWidget(below, 1);
  return right;
}

void LookPage::connectAll() {
  connect(m_canvas, &InkCanvas::inkChanged, this, &LookPage::inkChanged);
  connect(m_clear, &QToolButton::clicked, m_canvas, &InkCanvas::clear);
  connect(m_scale, &QComboBox::activated, this, [this](int index) {
    m_stack->setScale(index == 0 ? LayerStack::Scale::Layer : LayerStack::Scale::Network);
    read();
  });
  connect(m_stack, &LayerStack::unitChosen, this, [this] {
    if (!m_slide.isActive() && m_tabs->currentIndex() != 3) m_tabs->setCurrentIndex(1);
    showArithmetic();
  });
  connect(m_play, &QToolButton::toggled, this, [this](bool on) {
    m_play->setIcon(icon(on ? Icon::Pause : Icon::Play));
    on ? m_slide.start() : m_slide.stop();
  });
  connect(m_weights, &WeightsPane::unitChosen, this, [this](int layer, int unit) {
    m_lab->chooseUnit(layer, unit);
    if (!m_trace) return;
    const Shape shape = m_trace->shape(layer);
    m_stack->choose(layer, {shape.height / 2, shape.width / 2, unit});
  });
  connect(m_lab, &LabPane::copyChanged, this, &LookPage::read);
  connect(&m_slide, &QTimer::timeout, this, &LookPage::slide);
  connect(&m_session, &Session::modelChanged, this, &LookPage::onModelChanged);
  connect(&m_session, &Session::dataChanged, this, &LookPage::onModelChanged);
  connect(&m_pause, &QTimer::timeout, this, [this] {
    if (m_session.model() != m_shown) onModelChanged();
  });
  connect(&m_session.selection(), &Selection::lookWanted, this, &LookPage::showSample);
}

// The same drawing as on the page Learn …
void LookPage::takeDrawing() {
  const Selection& selection = m_session.selection();
  if (selection.isBlank()) return;
  const QSignalBlocker quiet(m_canvas);
  if (selection.ink().empty())
    m_canvas->setGlyph(selection.drawing());
  else
    m_canvas->setInk(selection.ink());
  m_label = -1;
}

// … and back, if it was changed here.
void LookPage::giveDrawing() {
  if (!std::exchange(m_drawn, false)) return;
  if (m_canvas->glyph())
    m_session.selection().copyToCanvas(*m_canvas->glyph());
  else
    m_session.selection().drawOnCanvas(m_canvas->ink());
}

void LookPage::showSample(const Glyph& glyph, int label) {
  m_canvas->setGlyph(glyph);
  m_label = label;
  m_drawn = true;
  emit wanted();
  read();
}

void LookPage::inkChanged() {
  m_label = -1;
  m_drawn = true;
  read();
}

void LookPage::onModelChanged() {
  if (!isVisible() || m_pause.isActive()) return;
  if (m_session.training().state() == Training::State::Running) m_pause.start();
  read();
}

void LookPage::read() {
  if (!isVisible()) return;
  m_shown = m_session.model();
  m_lab->setModel(m_shown);
  m_model = m_lab->copy() ? m_lab->copy() : m_shown;
  m_weights->setModel(m_model);
  m_map->setModel(m_model);
  m_health->setModel(m_model);
  m_glyph = m_canvas->glyph() ? *m_canvas->glyph() : renderGlyph(m_canvas->ink());
  if (!m_model)
    return showNothing(tr("There is no model yet: press Train, or open one from a file."));
  if (m_model->network.inputShape().size() != static_cast<int>(m_glyph.size()))
    return showNothing(tr("This model reads pictures of another size than the canvas gives."));
  if (isBlank(m_glyph))
    return showNothing(
        tr("Draw a digit on the right, or send one here: click an image on the page Evaluate and "
           "press “Look inside”."));
  m_hint->hide();
  m_scroll->show();
  m_trace = std::make_unique<Trace>(m_model->network, networkInput(*m_model, m_glyph));
  m_stack->show(m_model, *m_trace);
  const QStringList names = classNames();
  showAnswer();
  m_softmax->setText(softmaxText(*m_trace, names, coloursOf(palette())));
  m_why->show({m_model, m_glyph, m_canvas->glyph() ? Ink() : m_canvas->ink(),
               m_session.split().train, names});
  m_map->setDrawing(m_glyph);
  showArithmetic();
}

void LookPage::showNothing(const QString& why) {
  m_trace.reset();
  m_hint->setText(why);
  m_hint->show();
  m_scroll->hide();
  m_answer->setText(QString());
  m_softmax->clear();
  m_why->clear();
  m_map->setDrawing(std::nullopt);
  showArithmetic();
}

void LookPage::slide() {
  if (!m_stack->chosenUnit()) return;
  const Shape shape = m_trace->shape(m_stack->chosenLayer());
  UnitAt unit = *m_stack->chosenUnit();
  if (++unit.x == shape.width) {
    unit.x = 0;
    unit.y = (unit.y + 1) % shape.height;
  }
  m_stack->choose(m_stack->chosenLayer(), unit);
}

void LookPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!m_drawn) takeDrawing();
  read();
}

void LookPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  m_play->setChecked(false);
  giveDrawing();
}

void LookPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) read();
}

}  // namespace inkling::ui
