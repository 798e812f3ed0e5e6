// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/finetune.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/model/fits.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace inkling {
namespace {

// Of the whole work; the rest is measuring before and after.
constexpr double kBefore = 0.1;
constexpr double kTraining = 0.8;

DataView whole(const std::shared_ptr<const Dataset>& set) {
  DataView view{set, std::vector<std::uint32_t>(static_cast<std::size_t>(set->count()))};
  std::iota(view.indices.begin(), view.indices.end(), 0U);
  return view;
}

void append(Dataset& to, const Dataset& from, int index) {
  const auto image = from.image(index);
  to.pixels.insert(to.pixels.end(), image.begin(), image.end());
  to.labels.push_back(from.labels[static_cast<std::size_t>(index)]);
}

DataSource mixture(const OwnDigits& digits, const DataSource& others,
                   const FineTuneOptions& options) {
  auto mixed = std::make_shared<Dataset>();
  mixed->width = digits.learnt->width;
  mixed->height = digits.learnt->height;
  mixed->channels = digits.learnt->channels;
  mixed->classes = digits.learnt->classes;
  const int there = others.train->count();
  const auto order = shuffled(static_cast<std::uint32_t>(there), options.seed, 0);
  const int used = std::min(options.others, there);
  for (int i = 0; i < used; ++i)
    append(*mixed, *others.train, static_cast<int>(order[static_cast<std::size_t>(i)]));
  const double share = options.personalShare / (1 - options.personalShare);
  const int own = digits.learnt->count();
  const int copies = std::max(own, static_cast<int>(std::lround(share * used)));
  for (int i = 0; i < copies; ++i) append(*mixed, *digits.learnt, i % own);
  DataSource source = others;
  source.train = std::move(mixed);
  source.test = digits.learnt;  // is not looked at
  return source;
}

Recipe recipeFor(const Recipe& base, const FineTuneOptions& options) {
  Recipe recipe = base;
  recipe.data.trainLimit = {};
  recipe.data.validation = HeldOut::last(0);
  recipe.data.shuffle = true;
  recipe.optimizer = {.kind = OptimizerKind::Adam, .learningRate = options.learningRate};
  recipe.schedule = {.kind = ScheduleKind::OneCycle};
  // The few digits have to stand for all that this hand may write.
  if (!recipe.augment.enabled) recipe.augment = {.enabled = true, .shift = 1};
  recipe.augment.synthetic = 0;
  recipe.augment.variants = 0;
  recipe.batch = options.batch;
  recipe.epochs = options.epochs;
  recipe.seed = options.seed;
  recipe.averageDecay = 0;
  recipe.earlyStopping = 0;
  recipe.evaluateTrain = false;
  recipe.evaluateTest = false;
  recipe.reportEvery = 0;
  recipe.changes.clear();
  recipe.published.clear();
  return recipe;
}

class Watch final : public Observer {
public:
  Watch(Control& control, const std::function<bool(double)>& goOn)
      : m_control(control),
        m_goOn(goOn) {}
  void onBatch(const BatchRecord& batch, const Progress& progress) override {
    const double steps = std::max(1, progress.stepsPerEpoch * progress.epochs);
    if (!m_goOn || m_goOn(kBefore + kTraining * static_cast<double>(batch.step) / steps)) return;
    m_control.stop();
    m_cancelled = true;
  }
  bool cancelled() const { return m_cancelled; }

private:
  Control& m_control;
  const std::function<bool(double)>& m_goOn;
  bool m_cancelled = false;
};

void check(const Model& model, const OwnDigits& digits, const DataSource& others) {
  if (digits.learnt == nullptr || digits.learnt->count() == 0)
    throw Error("There are no digits of yours to learn from yet.");
  for (const auto& set : {digits.learnt, digits.heldOut, others.train, others.test})
    if (set) requireFits(model.network, whole(set));
  if (model.classNames != others.classNames)
    throw Error("This model reads something else than " + others.title + ".");
}

}  // namespace

FineTuned fineTune(const Model& model, const OwnDigits& digits, const DataSource& others,
                   const FineTuneOptions& options, const std::function<bool(double)>& goOn) {
  check(model, digits, others);
  const auto start = std::chrono::steady_clock::now();
  const DataView heldOut = digits.heldOut ? whole(digits.heldOut) : DataView();
  const auto onHeldOut = [&](const Model& m) {
    return heldOut.count() > 0 ? evaluate(m, heldOut, options.threads) : Score();
  };
  const DataView test = whole(others.test);
  FineTuned result;
  result.personalBefore = onHeldOut(model);
  result.othersBefore = evaluate(model, test, options.threads);

  const DataSource source = mixture(digits, others, options);
  Checkpoint from = Trainer(recipeFor(model.recipe, options), source, 1).checkpoint();
  from.model.network = model.network;
  Trainer trainer(std::move(from), source, options.threads);
  Control control;
  Watch watch(control, goOn);
  const Summary summary = trainer.run(control, watch);
  if (watch.cancelled()) return result;
  if (summary.reason == StopReason::Diverged)
    throw Error("The learning ran off to infinity. The model is as it was.");
  auto tuned = std::make_shared<Model>(model);
  tuned->network = trainer.model().network;
  result.personalAfter = onHeldOut(*tuned);
  result.othersAfter = evaluate(*tuned, test, options.threads);
  result.model = std::move(tuned);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace inkling
