// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/parity.h"

#include "core/base/error.h"
#include "core/recipe/recipejson.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace inkling {
namespace {

std::vector<std::string> fieldsOf(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

/// Compares loss by loss and stops after the last one that is known.
class Comparison final : public Observer {
public:
  Comparison(const std::vector<double>& losses, Control& control, const std::atomic<bool>* cancel)
      : m_losses(losses),
        m_control(control),
        m_cancel(cancel) {}

  void onBatch(const BatchRecord& record, const Progress&) override {
    if (m_cancel && m_cancel->load()) return m_control.stop();
    const auto at = static_cast<std::size_t>(record.step) - 1;
    if (at >= m_losses.size()) return;
    const double difference = std::abs(static_cast<double>(record.loss) / m_losses[at] - 1);
    m_largest = std::max(m_largest, std::isnan(difference) ? HUGE_VAL : difference);
    if (at + 1 == m_losses.size()) m_control.stop();
  }
  double largest() const { return m_largest; }

private:
  const std::vector<double>& m_losses;
  Control& m_control;
  const std::atomic<bool>* m_cancel;
  double m_largest = 0;
};

}  // namespace

std::vector<ParityReference> loadParityReferences(const std::filesystem::path& folder) {
  const auto path = folder / "losses.csv";
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw Error("Cannot read " + path.string() + ".");
  std::vector<ParityReference> references;
  for (const std::string& name : fieldsOf(line)) references.push_back({name, {}});
  while (std::getline(file, line)) {
    const auto fields = fieldsOf(line);
    for (std::size_t i = 0; i < references.size(); ++i) {
      double loss = 0;
      const std::string field = i < fields.size() ? fields[i] : std::string();
      const auto read = std::from_chars(field.data(), field.data() + field.size(), loss);
      if (read.ec != std::errc() || read.ptr != field.data() + field.size())
        throw Error(path.string() + ": “" + field + "” is not a number.");
      references[i].losses.push_back(loss);
    }
  }
  return references;
}

double parityDifference(const std::filesystem::path& folder, const ParityReference& reference,
                        const DataSource& mnist, int threads, const std::atomic<bool>* cancel) {
  Trainer trainer(loadRecipe(folder / (reference.name + ".json")), mnist, threads);
  Control control;
  Comparison comparison(reference.losses, control, cancel);
  trainer.run(control, comparison);
  return cancel && cancel->load() ? -1 : comparison.largest();
}

}  // namespace inkling
