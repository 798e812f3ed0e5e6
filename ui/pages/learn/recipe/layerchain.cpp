// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipe/layerchain.h"

#include "core/base/error.h"
#include "ui/pages/learn/layerlist.h"

#include <QCoreApplication>

namespace inkling::ui {

namespace {

class LayerChain {
  Q_DECLARE_TR_FUNCTIONS(LayerChain)
public:
  /// Why the layer cannot take that input; the text of the core where it is nothing usual.
  static QString reason(const LayerSpec& layer, Shape input, const Error& error) {
    const bool windowed = layer.kind == LayerKind::Conv2d || layer.kind == LayerKind::MaxPool2d;
    const bool weighted = layer.kind == LayerKind::Conv2d || layer.kind == LayerKind::Dense;
    if (weighted && layer.units < 1) return tr("It needs at least 1 unit.");
    if (!windowed) return QString::fromUtf8(error.what());
    const int padding = layer.kind == LayerKind::Conv2d ? layer.padding : 0;
    const int side = std::min(input.height, input.width) + 2 * padding;
    if (layer.kernel < 1 || layer.stride < 1) return tr("Kernel and stride must be at least 1.");
    if (padding >= layer.kernel)
      return tr("The padding must be smaller than the kernel of %1.").arg(layer.kernel);
    if (layer.kernel > side)
      return tr("Its kernel of %1 does not fit an input of %2.")
          .arg(layer.kernel)
          .arg(shapeText(input));
    return QString::fromUtf8(error.what());
  }
  static QString outputs(Shape shape, int classes) {
    return tr("The last layer has %1 outputs; it needs %2, one for each class.")
        .arg(shape.size())
        .arg(classes);
  }
  static QString rate() { return tr("The share to drop must be from 0 to below 1."); }
};

}  // namespace

std::vector<LayerState> followLayers(const std::vector<LayerSpec>& layers, inkling::Shape input,
                                     int classes) {
  std::vector<LayerState> states;
  bool fits = true;
  for (const LayerSpec& layer : layers) {
    LayerState state;
    state.reached = fits;
    if (fits) {
      try {
        state.output = outputShape(layer, input);
        state.parameters = inkling::parameterCount(layer, input);
        if (layer.kind == LayerKind::Dropout && !(layer.rate >= 0 && layer.rate < 1))
          state.problem = LayerChain::rate();
        input = state.output;
      } catch (const Error& error) {
        state.problem = LayerChain::reason(layer, input, error);
        fits = false;
      }
    }
    states.push_back(state);
  }
  if (fits && !states.empty() && input.size() != classes && states.back().problem.isEmpty())
    states.back().problem = LayerChain::outputs(input, classes);
  return states;
}

}  // namespace inkling::ui
