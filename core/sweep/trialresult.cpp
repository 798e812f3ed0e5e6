// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/trialresult.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomicfile.h"
#include "core/model/trainedon.h"

namespace inkling {
namespace {

constexpr std::size_t kMaxResultFile = 64 << 20;

}  // namespace

void requireSameImages(const TrialResult& result, const DataSource& source) {
  const std::string trial = "The trial " + trialId(result.recipe);
  std::string problem = otherData(trial, result.dataFingerprint, source);
  if (problem.empty() && result.input != source.train->shape())
    problem = trial + " was trained on images of another size than those of " + source.title + ".";
  if (!problem.empty()) throw Error(problem + " Another folder is needed for these.");
}

void saveResult(const SweepFolder& folder, const TrialResult& result) {
  const std::string id = trialId(result.recipe);
  writeFileAtomically(folder.resultFile(id), encodeRun(result, {{"trial", id}}));
}

std::optional<TrialResult> storedResult(const SweepFolder& folder, const std::string& id,
                                        std::string* problem) {
  const std::filesystem::path file = folder.resultFile(id);
  if (!isThere(file)) return std::nullopt;
  const std::vector<char> bytes = readFile(file, kMaxResultFile);
  try {
    TrialResult result = decodeRun({bytes.begin(), bytes.end()}, file.string());
    if (trialId(result.recipe) == id) return result;
    throw Error(file.string() + " is the result of another trial, " + trialId(result.recipe) + ".");
  } catch (const NewerFormat&) {
    throw;
  } catch (const Error& unusable) {
    if (problem) *problem = unusable.what();
    return std::nullopt;
  }
}

}  // namespace inkling
