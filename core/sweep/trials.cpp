// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/trials.h"

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/data/datasource.h"
#include "core/train/fitrecipe.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/formatone.h"
#include "core/recipe/recipejson.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace inkling {
namespace {

constexpr std::size_t kMostTrials = 10'000;
/// A setting that is one of 10,000 is still drawn before this, but for one case in millions.
constexpr std::uint32_t kMostRepeats = 200'000;

/// The values of a trial on all axes, each as texts for the axis' fields.
using Setting = std::vector<std::vector<std::string>>;

[[noreturn]] void refuse(const SweepSpec& spec, const std::string& reason) {
  throw Error("The sweep \"" + spec.name + "\" cannot be run: " + reason);
}

std::string rounded(double value, bool integer) {
  return numberText(numberFrom(integer ? fixed(value, 0) : significant(value, 3)));
}

std::vector<std::string> draw(const SweepSpec& spec, const SweepAxis& axis, Random& random) {
  if (!axis.values.empty())
    return axis.values[random.below(static_cast<std::uint32_t>(axis.values.size()))];
  if (!(axis.low < axis.high) || (axis.logarithmic && axis.low <= 0))
    refuse(spec, "the axis " + axis.name +
                     " has neither values nor a range of low below high (above 0 if it is "
                     "logarithmic).");
  const double u = random.uniform();
  const double value = axis.logarithmic ? axis.low * std::pow(axis.high / axis.low, u)
                                        : axis.low + (axis.high - axis.low) * u;
  return {rounded(value, axis.integer)};
}

/// How many settings there are to draw from; none: more than anyone would ask for.
std::optional<std::size_t> settingsToDraw(const SweepSpec& spec) {
  std::size_t count = 1;
  for (const SweepAxis& axis : spec.axes) {
    if (!axis.values.empty()) {
      count *= std::set(axis.values.begin(), axis.values.end()).size();
    } else {
      const double span = axis.integer ? std::round(axis.high) - std::round(axis.low) : kMostTrials;
      if (!(span < kMostTrials)) return std::nullopt;
      count *= static_cast<std::size_t>(std::max(0.0, span)) + 1;
    }
    if (count > kMostTrials) return std::nullopt;
  }
  return count;
}

/// So many different settings, or all that there are.
std::vector<Setting> drawn(const SweepSpec& spec) {
  const auto count = std::min(static_cast<std::size_t>(spec.randomCount),
                              settingsToDraw(spec).value_or(kMostTrials));
  std::vector<Setting> settings;
  std::set<Setting> known;
  std::uint32_t repeats = 0;  // one after the other
  for (std::uint32_t i = 0; settings.size() < count && repeats < kMostRepeats; ++i) {
    Setting setting;
    for (std::uint32_t a = 0; a < spec.axes.size(); ++a) {
      Random random(spec.randomSeed, RandomPurpose::Search, i, a);
      setting.push_back(draw(spec, spec.axes[a], random));
    }
    const bool fresh = known.insert(setting).second;
    if (fresh) settings.push_back(std::move(setting));
    repeats = fresh ? 0 : repeats + 1;
  }
  return settings;
}

std::vector<Setting> grid(const SweepSpec& spec) {
  std::vector<Setting> settings = {{}};
  for (const SweepAxis& axis : spec.axes) {
    if (axis.values.empty()) refuse(spec, "the axis " + axis.name + " has no values.");
    if (settings.size() * axis.values.size() > kMostTrials)
      refuse(spec, "it has more than 10,000 trials.");
    std::vector<Setting> longer;
    for (const Setting& setting : settings)
      for (const auto& value : axis.values) {
        longer.push_back(setting);
        longer.back().push_back(value);
      }
    settings = std::move(longer);
  }
  return settings;
}

Setting listed(const SweepSpec& spec, const ListedTrial& trial) {
  Setting setting;
  for (const SweepAxis& axis : spec.axes) {
    const auto found = trial.at.find(axis.name);
    if (found == trial.at.end()) refuse(spec, "a listed trial has no value for " + axis.name + ".");
    setting.push_back({found->second});
  }
  if (trial.at.size() != spec.axes.size())
    refuse(spec, "a listed trial has a value for something that is not an axis.");
  return setting;
}

std::vector<Setting> settings(const SweepSpec& spec) {
  if (spec.trials.empty()) return spec.randomCount > 0 ? drawn(spec) : grid(spec);
  std::vector<Setting> list;
  for (const ListedTrial& trial : spec.trials) list.push_back(listed(spec, trial));
  return list;
}

std::string shown(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "/") + value;
  return text;
}

void apply(Trial& trial, const SweepSpec& spec, const Setting& setting) {
  for (std::size_t a = 0; a < spec.axes.size(); ++a) {
    const auto& values = setting[a];
    for (std::size_t f = 0; f < spec.axes[a].fields.size(); ++f)
      setField(trial.recipe, spec.axes[a].fields[f], values[values.size() == 1 ? 0 : f]);
    trial.at.push_back(shown(values));
  }
}

/// What the images of data sets are. Each set is looked at once.
class Formats {
public:
  Formats(const std::filesystem::path& resources, const DataReading& reading)
      : m_resources(resources),
        m_reading(reading) {}

  const ImageFormat& of(const MendedSet& images) {
    const auto known = m_known.find(images);
    return known != m_known.end() ? known->second
                                  : m_known.emplace(images, find(images)).first->second;
  }

private:
  /// A plan can be looked at where its data are not.
  ImageFormat find(const MendedSet& images) const {
    try {
      return loadImageFormat(images, m_resources, m_reading);
    } catch (const Error&) {
      return {{28, 28, 1}, 10};
    }
  }

  const std::filesystem::path& m_resources;
  const DataReading& m_reading;
  std::map<MendedSet, ImageFormat> m_known;
};

/// What all trials have in common.
Recipe commonRecipe(const SweepSpec& spec) {
  Recipe recipe = spec.base;
  recipe.title.clear();
  recipe.lesson.clear();
  recipe.published.clear();
  for (const auto& [path, value] : spec.set) setField(recipe, path, value);
  if (spec.earlyStopping >= 0) recipe.earlyStopping = spec.earlyStopping;
  return recipe;
}

}  // namespace

std::string trialId(const Recipe& recipe) {
  Recipe bare = recipe;
  bare.title.clear();
  bare.lesson.clear();
  bare.published.clear();
  std::uint64_t hash = 0xcbf29ce484222325U;
  const std::string text =
      asFormatOne(bare).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hexText(hash);
}

std::vector<Trial> expandTrials(const SweepSpec& spec, const std::filesystem::path& resources,
                                const DataReading& reading) {
  if (spec.axes.empty()) refuse(spec, "it varies nothing (there are no axes).");
  const std::vector<Setting> all = settings(spec);
  const Recipe common = commonRecipe(spec);
  const auto seeds = spec.seeds.empty() ? std::vector{common.seed} : spec.seeds;
  if (all.size() * seeds.size() > kMostTrials) refuse(spec, "it has more than 10,000 trials.");
  std::vector<Trial> trials;
  std::set<std::string> known;
  Formats formats(resources, reading);
  for (const std::uint64_t seed : seeds)
    for (std::size_t i = 0; i < all.size(); ++i) {
      Trial trial{{}, {}, common, {}};
      trial.recipe.seed = seed;
      if (!spec.trials.empty()) trial.recipe.published = spec.trials[i].published;
      apply(trial, spec, all[i]);
      const ImageFormat& images = formats.of(trial.recipe.data.images());
      if (!trial.recipe.layers.empty() && trial.recipe.layers.back() == common.layers.back())
        fitToClasses(trial.recipe, images.classes);  // unless the sweep says what is last
      const auto problems = validate(trial.recipe, images.shape, images.classes);
      if (!problems.empty()) refuse(spec, "at " + shown(trial.at) + "\n" + describe(problems));
      trial.id = trialId(trial.recipe);
      trial.input = images.shape;
      if (known.insert(trial.id).second) trials.push_back(std::move(trial));
    }
  return trials;
}

int drawsMissing(const SweepSpec& spec, const std::vector<Trial>& trials) {
  if (!spec.trials.empty()) return 0;
  const auto seeds = std::max<std::size_t>(1, spec.seeds.size());
  return std::max(0, spec.randomCount - static_cast<int>(trials.size() / seeds));
}

double trialCost(const Recipe& recipe, Shape shape, int samples) {
  // Work that a step has beside its samples: every weight is read and written once.
  constexpr double kPerParameter = 8;
  constexpr double kPerStep = 2e4;
  double perSample = 0;
  double parameters = 0;
  for (const LayerSpec& layer : recipe.layers) {
    const double count = static_cast<double>(parameterCount(layer, shape));
    shape = outputShape(layer, shape);
    parameters += count;
    perSample += 6 * count * (layer.kind == LayerKind::Conv2d ? shape.height * shape.width : 1);
  }
  const double steps = std::ceil(static_cast<double>(samples) / recipe.batch);
  return recipe.epochs * (samples * perSample + steps * (kPerParameter * parameters + kPerStep));
}

}  // namespace inkling
