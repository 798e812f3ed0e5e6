// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipe/layerform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kMostUnits = 65536;
constexpr int kMostKernel = 64;
constexpr int kInits = 8;

/// Shows 1 as "1", not as "1.000000".
class PlainNumberBox final : public QDoubleSpinBox {
protected:
  QString textFromValue(double value) const override { return locale().toString(value, 'g', 6); }
};

}  // namespace

LayerForm::LayerForm(QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_kind(new QComboBox),
      m_units(count("layerUnits", kMostUnits)),
      m_kernel(count("layerKernel", kMostKernel)),
      m_stride(count("layerStride", kMostKernel)),
      m_padding(count("layerPadding", kMostKernel)),
      m_rate(number("layerRate", 1, 0.05)),
      m_bias(new QCheckBox(tr("add a bias to every unit"))),
      m_ties(new QCheckBox(tr("all equal maxima share the gradient"))),
      m_weights(init("layerWeights")),
      m_biases(init("layerBiases")) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_kind->setObjectName(QStringLiteral("layerKind"));
  m_bias->setObjectName(QStringLiteral("layerBias"));
  m_ties->setObjectName(QStringLiteral("layerTies"));
  for (int i = 0; i < kKinds; ++i) m_kind->addItem(kindName(static_cast<LayerKind>(i)));
  addRow(tr("&Kind"), m_kind, tr("What the layer does with what comes in."));
  addRow(tr("&Units"), m_units,
         tr("Outputs of a dense layer, filters of a convolution: each makes a channel."));
  addRow(tr("Ke&rnel"), m_kernel, tr("Side of the square window that slides over the image."));
  addRow(tr("&Stride"), m_stride, tr("How far the window moves each time. 2 halves the image."));
  addRow(tr("&Padding"), m_padding, tr("Zeros around the image. Half the kernel keeps its size."));
  addRow(tr("Share &dropped"), m_rate,
         tr("So many of the units are left out of each training step, at random. Try 0.5."));
  addRow(tr("&Bias"), m_bias, tr("Without it, a unit answers 0 to an empty image."));
  addRow(tr("&Weights from"), m_weights.row,
         tr("How the weights are drawn at the start. He suits ReLU, Xavier suits tanh."));
  addRow(tr("B&iases from"), m_biases.row, tr("How the biases are drawn at the start."));
  addRow(tr("&Ties"), m_ties, tr("Otherwise the first of them gets all of it."));
  connect(m_kind, &QComboBox::activated, this, &LayerForm::changeKind);
  for (QCheckBox* box : {m_bias, m_ties}) connect(box, &QCheckBox::clicked, this, &LayerForm::read);
}

QString LayerForm::kindName(inkling::LayerKind kind) {
  switch (kind) {
    case LayerKind::Dense:
      return tr("Dense");
    case LayerKind::Conv2d:
      return tr("Convolution");
    case LayerKind::MaxPool2d:
      return tr("Max-pooling");
    case LayerKind::ReLU:
      return tr("ReLU");
    case LayerKind::Tanh:
      return tr("tanh");
    case LayerKind::Sigmoid:
      return tr("Sigmoid");
    case LayerKind::Flatten:
      return tr("Flatten");
    case LayerKind::Dropout:
      return tr("Dropout");
    case LayerKind::BatchNorm:
      return tr("Batch norm");
  }
  return {};
}

LayerSpec LayerForm::usual(LayerKind kind) {
  switch (kind) {
    case LayerKind::Dense:
      return LayerSpec::dense(64);
    case LayerKind::Conv2d:
      return LayerSpec::conv2d(8, 3);
    case LayerKind::MaxPool2d:
      return LayerSpec::maxPool2d(2);
    case LayerKind::Dropout:
      return LayerSpec::dropout(0.5);
    default:
      return LayerSpec::of(kind);
  }
}

QSpinBox* LayerForm::count(const char* name, int most) {
  auto* box = new QSpinBox;
  box->setObjectName(QLatin1String(name));
  box->setRange(0, most);
  connect(box, &QSpinBox::valueChanged, this, &LayerForm::read);
  return box;
}

QDoubleSpinBox* LayerForm::number(const char* name, double most, double step) {
  auto* box = new PlainNumberBox;
  box->setObjectName(QLatin1String(name));
  box->setDecimals(6);
  box->setRange(0, most);
  box->setSingleStep(step);
  connect(box, &QDoubleSpinBox::valueChanged, this, &LayerForm::read);
  return box;
}

LayerForm::InitBoxes LayerForm::init(const char* name) {
  InitBoxes boxes{new QComboBox, number(name, 1000, 0.1), new QWidget};
  boxes.kind->setObjectName(QLatin1String(name) + QStringLiteral("Kind"));
  const QString names[kInits] = {tr("zeros"),          tr("normal"),           tr("uniform"),
                                 tr("He normal"),      tr("He uniform"),       tr("Xavier normal"),
                                 tr("Xavier uniform"), tr("uniform by fan-in")};
  for (const QString& each : names) boxes.kind->addItem(each);
  boxes.scale->setAccessibleName(tr("Scale"));
  boxes.scale->setToolTip(tr("Times this. For normal: the standard deviation itself."));
  auto* row = new QHBoxLayout(boxes.row);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(boxes.kind, 1);
  row->addWidget(new QLabel(QStringLiteral("×")));
  row->addWidget(boxes.scale);
  connect(boxes.kind, &QComboBox::activated, this, &LayerForm::read);
  return boxes;
}

void LayerForm::addRow(const QString& label, QWidget* editor, const QString& tip) {
  editor->setToolTip(tip);
  m_form->addRow(label, editor);
}

void LayerForm::setLayer(const LayerSpec& layer) {
  m_layer = layer;
  m_filling = true;
  m_kind->setCurrentIndex(static_cast<int>(layer.kind));
  m_units->setValue(layer.units);
  m_kernel->setValue(layer.kernel);
  m_stride->setValue(layer.stride);
  m_padding->setValue(layer.padding);
  m_rate->setValue(layer.rate);
  m_bias->setChecked(layer.bias);
  m_ties->setChecked(layer.allTies);
  const std::pair<InitBoxes&, const InitSpec&> inits[] = {{m_weights, layer.weightInit},
                                                          {m_biases, layer.biasInit}};
  for (const auto& [boxes, spec] : inits) {
    boxes.kind->setCurrentIndex(static_cast<int>(spec.kind));
    boxes.scale->setValue(spec.scale);
  }
  showRows();
  m_filling = false;
}

void LayerForm::showRows() {
  const bool conv = m_layer.kind == LayerKind::Conv2d;
  const bool pool = m_layer.kind == LayerKind::MaxPool2d;
  const bool weighted = conv || m_layer.kind == LayerKind::Dense;
  const std::pair<QWidget*, bool> rows[] = {{m_units, weighted},
                                            {m_kernel, conv || pool},
                                            {m_stride, conv || pool},
                                            {m_padding, conv},
                                            {m_rate, m_layer.kind == LayerKind::Dropout},
                                            {m_bias, weighted},
                                            {m_weights.row, weighted},
                                            {m_biases.row, weighted && m_layer.bias},
                                            {m_ties, pool}};
  qobject_cast<QLabel*>(m_form->labelForField(m_units))
      ->setText(conv ? tr("&Filters") : tr("&Units"));
  for (const auto& [editor, shown] : rows) {
    editor->setVisible(shown);
    m_form->labelForField(editor)->setVisible(shown);
  }
}

void LayerForm::changeKind() {
  const auto kind = static_cast<LayerKind>(m_kind->currentIndex());
  if (kind == m_layer.kind) return;
  setLayer(usual(kind));
  emit changed(m_layer);
}

void LayerForm::read() {
  if (m_filling) return;
  m_layer.units = m_units->value();
  m_layer.kernel = m_kernel->value();
  m_layer.stride = m_stride->value();
  m_layer.padding = m_padding->value();
  m_layer.rate = m_rate->value();
  m_layer.bias = m_bias->isChecked();
  m_layer.allTies = m_ties->isChecked();
  m_layer.weightInit = {static_cast<InitKind>(m_weights.kind->currentIndex()),
                        m_weights.scale->value()};
  m_layer.biasInit = {static_cast<InitKind>(m_biases.kind->currentIndex()),
                      m_biases.scale->value()};
  showRows();
  emit changed(m_layer);
}

}  // namespace inkling::ui
