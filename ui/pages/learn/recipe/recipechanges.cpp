// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipe/recipechanges.h"

#include "core/recipe/recipejson.h"
#include "ui/pages/learn/layerlist.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <string>

namespace inkling::ui {

namespace {

class RecipeChanges {
  Q_DECLARE_TR_FUNCTIONS(RecipeChanges)
public:
  /// "optimizer.learning_rate" as "learning rate"; the path itself where there is no better word.
  static QString label(const std::string& path) {
    static const std::map<std::string, const char*> kLabels = {
        {"optimizer.learning_rate", QT_TR_NOOP("learning rate")},
        {"optimizer.kind", QT_TR_NOOP("optimizer")},
        {"optimizer.momentum", QT_TR_NOOP("momentum")},
        {"optimizer.weight_decay", QT_TR_NOOP("weight decay")},
        {"schedule.kind", QT_TR_NOOP("schedule")},
        {"batch", QT_TR_NOOP("batch size")},
        {"epochs", QT_TR_NOOP("epochs")},
        {"seed", QT_TR_NOOP("seed")},
        {"augment.enabled", QT_TR_NOOP("augmentation")},
        {"label_smoothing", QT_TR_NOOP("label smoothing")},
        {"loss_clamp", QT_TR_NOOP("clamped loss")},
        {"early_stopping", QT_TR_NOOP("early stopping")},
        {"average_decay", QT_TR_NOOP("weight averaging")},
        {"data.validation", QT_TR_NOOP("validation images")},
        {"data.train_limit", QT_TR_NOOP("training images")},
        {"data.balance", QT_TR_NOOP("class balance")},
    };
    const auto found = kLabels.find(path);
    return found == kLabels.end() ? QString::fromStdString(path) : tr(found->second);
  }
  static QString added(const LayerSpec& layer, std::size_t place) {
    return tr("+ %1 (layer %2)").arg(layerName(layer)).arg(place + 1);
  }
  static QString removed(const LayerSpec& layer, std::size_t place) {
    return tr("− %1 (layer %2)").arg(layerName(layer)).arg(place + 1);
  }
  static QString changed(const LayerSpec& from, const LayerSpec& to, std::size_t place) {
    const QString before = layerName(from);
    const QString after = layerName(to);
    if (before != after) return tr("layer %1: %2 → %3").arg(place + 1).arg(before, after);
    return tr("layer %1, %2: other details").arg(place + 1).arg(before);
  }
};

using Layers = std::vector<LayerSpec>;

/// Lengths of the longest common subsequences of the ends of both lists.
std::vector<std::vector<int>> commonEnds(const Layers& from, const Layers& to) {
  std::vector<std::vector<int>> length(from.size() + 1, std::vector<int>(to.size() + 1, 0));
  for (std::size_t i = from.size(); i-- > 0;)
    for (std::size_t j = to.size(); j-- > 0;)
      length[i][j] = from[i] == to[j] ? length[i + 1][j + 1] + 1
                                      : std::max(length[i + 1][j], length[i][j + 1]);
  return length;
}

QStringList layerChanges(const Layers& from, const Layers& to) {
  const auto length = commonEnds(from, to);
  QStringList lines;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < from.size() || j < to.size()) {
    const bool both = i < from.size() && j < to.size();
    if (both && from[i] == to[j]) {
      ++i, ++j;
    } else if (both && from[i].kind == to[j].kind && length[i][j] == length[i + 1][j + 1]) {
      lines << RecipeChanges::changed(from[i], to[j], j);
      ++i, ++j;
    } else if (i < from.size() && (j == to.size() || length[i + 1][j] >= length[i][j + 1])) {
      lines << RecipeChanges::removed(from[i], i);
      ++i;
    } else {
      lines << RecipeChanges::added(to[j], j);
      ++j;
    }
  }
  return lines;
}

}  // namespace

QStringList recipeChanges(const Recipe& from, const Recipe& to) {
  QStringList lines = layerChanges(from.layers, to.layers);
  Recipe like = to;  // in all that is told otherwise or does not count
  like.layers = from.layers;
  like.name = from.name;
  like.data.set = from.data.set;
  like.changes = from.changes;
  for (const std::string& line : differences(from, like)) {
    const auto space = line.find(' ');
    lines << RecipeChanges::label(line.substr(0, space)) +
                 QString::fromStdString(line.substr(space));
  }
  return lines;
}

}  // namespace inkling::ui
