// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "tests/fuzz/smallrun.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// Reads a recipe; one that can run on images of 28×28 is built and trained for some steps.
INKLING_FUZZ(recipe) {
  const Recipe recipe = recipeFromJson({input.begin(), input.end()}, "The recipe");
  fuzz::check(recipeFromJson(toJson(recipe), "What was written") == recipe,
              "a recipe that was written is read as it was");
  constexpr std::uint64_t kMemory = 1 << 20;
  constexpr Shape kInput{28, 28, 1};
  if (!validate(recipe, kInput, 10, kMemory).empty() || !fuzz::isSmall(recipe.layers, kInput))
    return;
  static const DataSource source =
      fuzz::fewImages(kInput, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"});
  Recipe runnable = recipe;
  if (isDrawn(recipe.data) || countOf(recipe.data.validation, source.train->count()) > 0)
    runnable.data.validation = HeldOut::last(2);
  runnable.data.trainLimit = {};
  Trainer trainer(runnable, source, 1);
  fuzz::trainSomeSteps(trainer);
}
