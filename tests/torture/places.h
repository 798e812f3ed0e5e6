// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/recipe/recipe.h"
#include "tests/ui/support/toyset.h"

#include <QMap>
#include <QStringList>
#include <QTemporaryDir>

#include <iterator>

namespace inkling::torture {

/// What the programs choose from, in a folder of their own that goes with the object: sets, models
/// and recipes, those that can be read and such as cannot. The user's home is there from then on.
class Places {
public:
  Places();

  QString file(const QString& name) const { return m_folder.filePath(name); }
  /// As of the program, but small: datasets/mnist, a model, recipes and a sweep.
  QString resources() const { return file(QStringLiteral("resources")); }
  const QStringList& sets() const { return m_sets; }        ///< folders of images
  const QStringList& wrecks() const { return m_wrecks; }    ///< folders that are no sets
  const QStringList& foreign() const { return m_foreign; }  ///< files that are nothing
  void addSet(const QString& name, int images, const test::ToyFormat& format);

  /// Of any set, which it need not fit; `seed` tells its models from others.
  Recipe recipe(Random& random, std::uint64_t seed) const;

private:
  void writeWrecks();
  void writeResources();

  QTemporaryDir m_folder;
  QStringList m_sets;
  QMap<QString, int> m_classes;  ///< of the sets
  QStringList m_wrecks;
  QStringList m_foreign;
};

template <typename List>
const auto& oneOf(const List& list, Random& random) {
  return *(std::begin(list) + random.below(static_cast<std::uint32_t>(std::size(list))));
}

}  // namespace inkling::torture
