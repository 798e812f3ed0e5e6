// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweeptable.h"

#include "core/base/error.h"
#include "core/io/stopreasonname.h"
#include "core/recipe/fieldkinds.h"

#include <algorithm>
#include <map>

namespace inkling {
namespace {

/// Equal for rows that differ in the seed only.
std::string setting(const Trial& trial) {
  Recipe recipe = trial.recipe;
  recipe.seed = 0;
  return trialId(recipe);
}

void add(Score& sum, const Score& score) {
  sum.loss += score.loss;
  sum.accuracy += score.accuracy;
  sum.count += score.count;
}

/// The sum of `parts` scores to their mean; nothing if one of them was not measured.
void finish(Score& sum, int parts, bool measured) {
  if (parts == 0 || !measured) {
    sum = {};
    return;
  }
  sum.loss /= parts;
  sum.accuracy /= parts;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + "\"";
}

std::string cells(const Score& score) {
  if (score.count == 0) return ",,";
  return "," + numberText(score.loss) + "," + numberText(score.accuracy);
}

std::string publishedTest(const Recipe& recipe) {
  for (const PublishedFigure& figure : recipe.published)
    if (figure.quantity == "test_accuracy" && figure.epoch == 0) return numberText(figure.value);
  return {};
}

std::string resultCells(const TrialResult& result) {
  const auto& epochs = result.history.epochs;
  return toString(result.reason) + "," + std::to_string(result.position.epoch) + "," +
         numberText(result.seconds) + cells(epochs.empty() ? Score{} : epochs.back().train) +
         cells(result.validation()) + cells(result.history.test);
}

}  // namespace

bool SweepTable::complete() const {
  return std::ranges::all_of(rows, [](const SweepRow& row) { return row.result.has_value(); });
}

SweepTable collectSweep(const SweepSpec& spec, const std::vector<Trial>& trials,
                        const SweepFolder& folder) {
  SweepTable table;
  for (const SweepAxis& axis : spec.axes) table.axes.push_back(axis.name);
  for (const Trial& trial : trials) {
    SweepRow row{trial, {}, {}};
    try {
      row.result = storedResult(folder, trial.id, &row.problem);
    } catch (const Error& unreadable) {
      row.problem = unreadable.what();
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<SweepCell> cellsOf(const SweepTable& table) {
  std::vector<SweepCell> cells;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto [found, isNew] = known.emplace(setting(table.rows[i].trial), cells.size());
    if (isNew) cells.push_back({table.rows[i].trial.at, {}, 0, {}, {}});
    cells[found->second].rows.push_back(static_cast<int>(i));
  }
  for (SweepCell& cell : cells) {
    bool validated = true;
    bool tested = true;
    for (const int row : cell.rows) {
      const auto& result = table.rows[static_cast<std::size_t>(row)].result;
      if (!result || result->reason == StopReason::Diverged) continue;
      ++cell.finished;
      add(cell.validation, result->validation());
      add(cell.test, result->history.test);
      validated = validated && result->validation().count > 0;
      tested = tested && result->history.test.count > 0;
    }
    finish(cell.validation, cell.finished, validated);
    finish(cell.test, cell.finished, tested);
  }
  return cells;
}

int bestCell(const std::vector<SweepCell>& cells) {
  int best = -1;
  const auto better = [&](const SweepCell& cell) {
    if (best < 0) return true;
    const Score& other = cells[static_cast<std::size_t>(best)].validation;
    if (cell.validation.accuracy != other.accuracy)
      return cell.validation.accuracy > other.accuracy;
    return cell.validation.loss < other.loss;
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    // A setting that diverged for one of its seeds is no choice.
    const bool whole = cells[i].finished == static_cast<int>(cells[i].rows.size());
    if (whole && cells[i].validation.count > 0 && better(cells[i])) best = static_cast<int>(i);
  }
  return best;
}

double workDone(const SweepTable& table, int images) {
  double total = 0;
  double done = 0;
  for (const SweepRow& row : table.rows) {
    const DataSpec& data = row.trial.recipe.data;
    const int used = std::min(countOf(data.trainLimit, images), images);
    const int trained = std::max(1, used - countOf(data.validation, used));
    const double cost = trialCost(row.trial.recipe, row.trial.input, trained);
    total += cost;
    if (row.result) done += cost;
  }
  return total > 0 ? done / total : 0;
}

std::string toCsv(const SweepTable& table) {
  std::string text = "trial";
  for (const std::string& axis : table.axes) text += "," + quoted(axis);
  text +=
      ",seed,reason,epochs,seconds,train_loss,train_accuracy,validation_loss,"
      "validation_accuracy,test_loss,test_accuracy,published_test_accuracy\n";
  for (const SweepRow& row : table.rows) {
    text += row.trial.id;
    for (const std::string& value : row.trial.at) text += "," + quoted(value);
    text += "," + std::to_string(row.trial.recipe.seed) + ",";
    text += row.result ? resultCells(*row.result) : ",,,,,,,,";
    text += "," + publishedTest(row.trial.recipe) + "\n";
  }
  return text;
}

}  // namespace inkling
