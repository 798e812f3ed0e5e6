// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/trialrunner.h"

#include "core/io/filelock.h"
#include "core/io/modelfile.h"

#include <utility>

namespace inkling {

DataSource withoutTest(DataSource source) {
  auto empty = std::make_shared<Dataset>();
  empty->width = source.train->width;
  empty->height = source.train->height;
  empty->channels = source.train->channels;
  empty->classes = source.train->classes;
  source.test = std::move(empty);
  return source;
}

TrialOutcome runTrial(const Recipe& recipe, const SweepFolder& folder, const TrialOptions& options,
                      const DataSource& source, Control& control, Observer& observer) {
  const std::string id = trialId(recipe);
  const auto isStored = [&] {
    const auto stored = storedResult(folder, id);
    if (stored) requireSameImages(*stored, source);
    const bool lacksTest = options.test && stored && stored->history.test.count == 0 &&
                           stored->reason != StopReason::Diverged;
    return stored && !lacksTest;
  };
  if (isStored()) return TrialOutcome::AlreadyThere;
  const auto claim = FileLock::tryTake(folder.claimFile(id));
  if (!claim) return TrialOutcome::Claimed;
  // It may have been finished between the look and the lock.
  if (isStored()) return TrialOutcome::AlreadyThere;

  Trainer trainer(recipe, options.test ? source : withoutTest(source), 1);
  const Summary summary = trainer.run(control, observer);
  if (summary.reason == StopReason::Stopped) return TrialOutcome::Stopped;
  const Model model = trainer.model();
  if (options.keepModel) saveModel(folder.modelFile(id), model);
  saveResult(folder, {recipe, model.network.inputShape(), model.classNames, summary.history,
                      summary.position, summary.reason, summary.seconds, model.dataFingerprint,
                      model.testDrawn});
  return TrialOutcome::Done;
}

}  // namespace inkling
