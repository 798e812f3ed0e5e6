// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/lookpage.h"

#include "core/model/fits.h"
#include "ui/pages/look/arithmetictext.h"
#include "ui/pages/look/healthpane.h"
#include "ui/pages/look/labpane.h"
#include "ui/pages/look/layerstack.h"
#include "ui/pages/look/layerview.h"
#include "ui/pages/look/mappane.h"
#include "ui/pages/look/subjectpane.h"
#include "ui/pages/look/trustpane.h"
#include "ui/pages/look/weightspane.h"
#include "ui/pages/look/whypane.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heatlegend.h"
#include "ui/widgets/scrollpane.h"

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

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kModelPause = 500;  // ms between two models while a run is under way
constexpr int kArithmetic = 1;    // its tab
constexpr int kSlide = 120;       // ms for each place of the window

QScrollArea* scrolled(QWidget* widget, const char* name) {
  auto* area = new QScrollArea;
  area->setObjectName(QLatin1String(name));
  area->setWidget(widget);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  // The card's own ground.
  area->viewport()->setAutoFillBackground(false);
  widget->setAutoFillBackground(false);
  return area;
}

}  // namespace

LookPage::LookPage(Session& session, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_subject(new SubjectPane(session)),
      m_layers(new Card),
      m_scale(new QComboBox),
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
      m_health(new HealthPane(session)),
      m_trust(new TrustPane(session)) {
  setObjectName(QStringLiteral("lookPage"));
  auto* columns = new QSplitter(Qt::Horizontal);
  columns->setObjectName(QStringLiteral("lookColumns"));
  columns->setChildrenCollapsible(false);
  columns->addWidget(buildLeft());
  columns->addWidget(buildRight());
  columns->setSizes({600, 600});
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
  m_scroll->viewport()->installEventFilter(this);
  m_scroll->setFocusPolicy(Qt::NoFocus);  // the layers in it have the keyboard
  m_stack->setTabBefore(m_scale);
  m_scale->setObjectName(QStringLiteral("lookScale"));
  m_layers->header()->addStretch(1);
  m_layers->header()->addWidget(new HeatLegend);
  m_layers->header()->addSpacing(8);
  m_layers->header()->addWidget(m_scale);
  m_layers->body()->addWidget(m_hint, 1);
  m_layers->body()->addWidget(m_scroll, 1);
  return m_layers;
}

QWidget* LookPage::buildRight() {
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
  m_tabs->addTab(new ScrollPane(m_why), QString());
  m_tabs->addTab(scrolled(numbers, "arithmeticScroll"), QString());
  m_tabs->addTab(scrolled(m_softmax, "softmaxScroll"), QString());
  for (QWidget* tab : std::initializer_list<QWidget*>{m_weights, m_map, m_lab, m_health, m_trust})
    m_tabs->addTab(tab, QString());
  auto* below = new Card;
  below->body()->addWidget(m_tabs, 1);

  auto* right = new QWidget;
  auto* rows = new QVBoxLayout(right);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(m_subject);
  rows->addWidget(below, 1);
  return right;
}

void LookPage::connectAll() {
  connect(m_subject, &SubjectPane::changed, this, &LookPage::read);
  connect(m_scale, &QComboBox::activated, this, [this](int index) {
    m_stack->setScale(index == 0 ? LayerStack::Scale::Layer : LayerStack::Scale::Network);
    read();
  });
  connect(m_play, &QToolButton::toggled, this, [this](bool on) {
    m_play->setIcon(icon(on ? Icon::Pause : Icon::Play));
    on ? m_slide.start() : m_slide.stop();
  });
  connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
    showArithmetic();
    showSoftmax();
  });
  connect(&m_slide, &QTimer::timeout, this, &LookPage::slide);
  connect(&m_session, &Session::modelChanged, this, &LookPage::onModelChanged);
  connect(&m_session, &Session::dataChanged, this, &LookPage::onModelChanged);
  // What was put off during the run is done now.
  connect(&m_session.training(), &Training::stateChanged, this, [this] {
    if (!running()) read();
  });
  connect(&m_pause, &QTimer::timeout, this, [this] {
    if (m_session.model() != m_shown) onModelChanged();
  });
  connect(&m_session.selection(), &Selection::lookWanted, this,
          [this](const Glyph& glyph, int label) {
            m_subject->showImage(glyph, label);
            emit wanted();
          });
  connectPanes();
}

void LookPage::connectPanes() {
  connect(m_stack, &LayerStack::unitChosen, this, [this] {
    if (!m_slide.isActive() && m_tabs->currentWidget() != m_weights)
      m_tabs->setCurrentIndex(kArithmetic);
    showArithmetic();
  });
  connect(m_weights, &WeightsPane::unitChosen, this, [this](int layer, int unit) {
    m_lab->chooseUnit(layer, unit);
    if (!m_trace) return;
    const Shape shape = m_trace->shape(layer);
    m_stack->choose(layer, {shape.height / 2, shape.width / 2, unit});
  });
  connect(m_lab, &LabPane::copyChanged, this, &LookPage::read);
  connect(m_health, &HealthPane::failed, this, &Page::failed);
}

void LookPage::onModelChanged() {
  if (!isVisible() || m_pause.isActive()) return;
  if (running()) m_pause.start();
  read();
}

bool LookPage::running() const { return m_session.training().state() == Training::State::Running; }

void LookPage::read() {
  if (!isVisible()) return;
  m_shown = m_session.model();
  m_lab->setModel(m_shown);
  m_model = m_lab->copy() ? m_lab->copy() : m_shown;
  m_weights->setModel(m_model);
  m_map->setModel(m_model);
  m_health->setModel(m_model);
  m_trust->setModel(m_model);
  const Glyph glyph = m_subject->glyph();
  if (!m_model)
    return showNothing(tr("There is no model yet: press Train, or open one from a file."));
  if (!fits(m_model->network, kGlyphShape))
    return showNothing(tr("This model reads pictures of another size than the canvas gives."));
  if (isBlank(glyph))
    return showNothing(
        tr("Draw a digit on the right, step through the validation images there, or send one here: "
           "click an image on the page Evaluate and press “Look inside”."));
  m_hint->hide();
  m_scroll->show();
  m_trace = std::make_unique<Trace>(m_model->network, networkInput(*m_model, glyph));
  m_stack->show(m_model, *m_trace);
  const QStringList names = classNames();
  m_subject->showAnswer(*m_trace, names, m_lab->copy() != nullptr);
  showSoftmax();
  m_why->show({m_model, glyph, m_subject->ink(), m_session.modelSplit().train, names, running()});
  m_map->setDrawing(glyph);
  showArithmetic();
}

void LookPage::showNothing(const QString& why) {
  m_trace.reset();
  m_hint->setText(why);
  m_hint->show();
  m_scroll->hide();
  m_subject->clearAnswer();
  showSoftmax();
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

bool LookPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
    m_stack->setRoom(m_scroll->viewport()->height());
  return Page::eventFilter(watched, event);
}

void LookPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_subject->takeDrawing();
  read();
}

void LookPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  m_play->setChecked(false);
  m_subject->giveDrawing();
}

void LookPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) read();
}

}  // namespace inkling::ui
