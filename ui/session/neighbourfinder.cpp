// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/neighbourfinder.h"

#include "core/analysis/features.h"

#include <utility>

namespace inkling::ui {

void NeighbourFinder::find(ModelPtr model, const DataView& among, std::vector<std::uint8_t> image,
                           int count) {
  DataView view{among.set, among.indices};
  if (view.count() > kMostImages) view.indices.resize(kMostImages);
  const bool known =
      m_features && m_model == model && m_set == view.set && m_features->cols() == view.count();
  m_work.start(
      [this, model = std::move(model), view = std::move(view), image = std::move(image), count,
       kept = known ? m_features : nullptr](const std::atomic<bool>& cancel) -> Background::Apply {
        FeaturesPtr all = kept;
        if (!all) all = std::make_shared<const Matrix<float>>(features(*model, view, 1, &cancel));
        if (all->cols() != view.count()) return {};
        auto neighbours = nearest(*all, featuresOf(*model, image), count);
        return [this, model, set = view.set, all, neighbours = std::move(neighbours)] {
          m_model = model;
          m_set = set;
          m_features = all;
          emit found(neighbours);
        };
      });
}

}  // namespace inkling::ui
