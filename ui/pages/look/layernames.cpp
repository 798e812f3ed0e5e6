// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/layernames.h"

#include <QCoreApplication>

namespace inkling::ui {

namespace {

QString nameText(const char* text) { return QCoreApplication::translate("LayerNames", text); }

}  // namespace

QString describeLayer(const LayerSpec& spec) {
  switch (spec.kind) {
    case LayerKind::Dense:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "dense, %1 units")).arg(spec.units);
    case LayerKind::Conv2d:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "convolution, %1 kernels of %2×%2"))
          .arg(spec.units)
          .arg(spec.kernel);
    case LayerKind::MaxPool2d:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "maximum of %1×%1")).arg(spec.kernel);
    case LayerKind::ReLU:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "ReLU"));
    case LayerKind::Tanh:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "tanh"));
    case LayerKind::Sigmoid:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "sigmoid"));
    case LayerKind::Flatten:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "flatten"));
    case LayerKind::Dropout:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "dropout (off while reading)"));
    case LayerKind::BatchNorm:
      return nameText(QT_TRANSLATE_NOOP("LayerNames", "batch normalisation"));
  }
  return {};
}

QString shapeName(Shape shape) {
  if (shape.height == 1 && shape.width == 1) return QString::number(shape.channels);
  return QStringLiteral("%1 × %2×%3").arg(shape.channels).arg(shape.height).arg(shape.width);
}

}  // namespace inkling::ui
