// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/sweepdraft.h"

#include "core/base/error.h"
#include "core/recipe/recipejson.h"
#include "core/sweep/trials.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace inkling::ui {

namespace {

constexpr int kMostTrials = 1000;

class DraftTexts {
  Q_DECLARE_TR_FUNCTIONS(DraftTexts)
public:
  static QString allHidden() { return tr("Hidden units, all layers alike"); }
  static QString labelOf(const QString& path) {
    if (path == QLatin1String("optimizer.learning_rate")) return tr("Learning rate");
    if (path == QLatin1String("batch")) return tr("Batch size");
    if (path == QLatin1String("epochs")) return tr("Epochs");
    if (path == QLatin1String("optimizer.weight_decay")) return tr("Weight decay");
    if (path == QLatin1String("optimizer.kind")) return tr("Optimizer");
    if (path == QLatin1String("schedule.kind")) return tr("Schedule");
    if (path == QLatin1String("data.train_limit")) return tr("Training images");
    return {};
  }
  static QString noAxis() { return tr("Choose at least one setting to vary."); }
  static QString noValues() { return tr("Write the values to try, such as 16, 32, 64."); }
  static QString noRange() {
    return tr("A range is for random search. Write the values one by one, such as 16, 32, 64.");
  }
  static QString badRange() { return tr("The range must go from a smaller to a larger number."); }
  static QString badSeeds() { return tr("Seeds are whole numbers, such as 1, 2, 3."); }
  static QString noName() { return tr("Give the sweep a name."); }
  static QString tooMany(qint64 trials) {
    return tr("That makes %1 trials; at most %2 are possible here.").arg(trials).arg(kMostTrials);
  }
  static QString noValidation() {
    return tr("Hold some images out: the best setting is chosen on them.");
  }
};

/// Fields of one kind in several hidden layers, to be set together; empty if there are fewer than
/// two.
QStringList hiddenUnitFields(const Recipe& recipe) {
  QStringList paths;
  for (std::size_t i = 0; i + 1 < recipe.layers.size(); ++i)
    if (recipe.layers[i].kind == LayerKind::Dense)
      paths << QStringLiteral("layers[%1].units").arg(i);
  return paths.size() > 1 ? paths : QStringList();
}

QStringList parts(const QString& text) {
  static const QRegularExpression separators(QStringLiteral("[\\s,;，；、]+"));
  return text.split(separators, Qt::SkipEmptyParts);
}

std::optional<std::pair<double, double>> rangeOf(const QString& text) {
  static const QRegularExpression pattern(
      QStringLiteral("^\\s*([^\\s…]+?)\\s*(?:…|\\.\\.+)\\s*([^\\s…]+)\\s*$"));
  const auto match = pattern.match(text);
  if (!match.hasMatch()) return std::nullopt;
  bool first = false;
  bool second = false;
  const double low = match.captured(1).toDouble(&first);
  const double high = match.captured(2).toDouble(&second);
  if (!first || !second) return std::nullopt;
  return std::pair(low, high);
}

bool isWhole(const QString& text) {
  bool ok = false;
  text.toLongLong(&ok);
  return ok;
}

/// Fills in the values; returns what is wrong with them.
QString readValues(SweepAxis& axis, const SweepDraft::Axis& from, bool random) {
  if (const auto range = rangeOf(from.values)) {
    if (!random) return DraftTexts::noRange();
    if (!(range->first < range->second)) return DraftTexts::badRange();
    axis.low = range->first;
    axis.high = range->second;
    // What spans a magnitude or more is drawn evenly over the magnitudes.
    axis.logarithmic = axis.low > 0 && axis.high / axis.low >= 10;
    axis.integer = isWhole(from.field.value);
    return {};
  }
  for (const QString& value : parts(from.values)) axis.values.push_back({value.toStdString()});
  return axis.values.empty() ? DraftTexts::noValues() : QString();
}

/// The first value that the recipe refuses, with the reason.
QString refusedValue(const Recipe& base, const SweepAxis& axis) {
  for (const auto& value : axis.values) {
    try {
      Recipe recipe = base;
      for (const std::string& field : axis.fields) setField(recipe, field, value.front());
    } catch (const Error& error) {
      return QString::fromUtf8(error.what());
    }
  }
  return {};
}

bool readSeeds(std::vector<std::uint64_t>& seeds, const QString& text) {
  for (const QString& part : parts(text)) {
    bool ok = false;
    seeds.push_back(part.toULongLong(&ok));
    if (!ok) return false;
  }
  return !seeds.empty();
}

qint64 trialCount(const SweepSpec& spec) {
  qint64 settings = std::max(1, spec.randomCount);
  if (spec.randomCount == 0)
    for (const SweepAxis& axis : spec.axes)
      settings = std::min<qint64>(settings * static_cast<qint64>(axis.values.size()), 1'000'000);
  return settings * static_cast<qint64>(spec.seeds.size());
}

QString readAxes(DraftOutcome& outcome, const SweepDraft& draft) {
  for (std::size_t i = 0; i < draft.axes.size(); ++i) {
    SweepAxis axis;
    for (const QString& field : draft.axes[i].field.fields)
      axis.fields.push_back(field.toStdString());
    axis.name = draft.axes[i].field.label.toLower().toStdString();
    outcome.axis = static_cast<int>(i);
    QString problem = readValues(axis, draft.axes[i], draft.randomCount > 0);
    if (problem.isEmpty()) problem = refusedValue(draft.base, axis);
    if (!problem.isEmpty()) return problem;
    outcome.spec.axes.push_back(std::move(axis));
  }
  outcome.axis = -1;
  return outcome.spec.axes.empty() ? DraftTexts::noAxis() : QString();
}

QString check(DraftOutcome& outcome, const SweepDraft& draft, Shape input, int classes) {
  SweepSpec& spec = outcome.spec;
  if (spec.name.empty()) return DraftTexts::noName();
  if (const QString problem = readAxes(outcome, draft); !problem.isEmpty()) return problem;
  if (!readSeeds(spec.seeds, draft.seeds)) return DraftTexts::badSeeds();
  if (draft.validation <= 0) return DraftTexts::noValidation();
  if (const qint64 count = trialCount(spec); count > kMostTrials) return DraftTexts::tooMany(count);
  try {
    outcome.trials = static_cast<int>(expandTrials(spec, input, classes).size());
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

}  // namespace

std::vector<SweepField> sweepFields(const Recipe& recipe) {
  std::vector<SweepField> usual;
  std::vector<SweepField> others;
  if (const QStringList hidden = hiddenUnitFields(recipe); !hidden.isEmpty())
    usual.push_back(
        {DraftTexts::allHidden(), hidden, QString::number(recipe.layers.front().units)});
  for (const auto& [path, value] : fieldValues(recipe)) {
    const QString field = QString::fromStdString(path);
    if (field == QLatin1String("name") || field == QLatin1String("seed") ||
        field == QLatin1String("data.set") || field.startsWith(QLatin1String("changes")))
      continue;
    const QString label = DraftTexts::labelOf(field);
    auto& list = label.isEmpty() ? others : usual;
    list.push_back({label.isEmpty() ? field : label, {field}, QString::fromStdString(value)});
  }
  const auto isUnits = [](const SweepField& f) {
    return f.label.endsWith(QLatin1String(".units"));
  };
  std::ranges::stable_partition(others, isUnits);
  usual.insert(usual.end(), others.begin(), others.end());
  return usual;
}

DraftOutcome sweepOf(const SweepDraft& draft, Shape input, int classes) {
  DraftOutcome outcome;
  SweepSpec& spec = outcome.spec;
  spec.name = draft.name.trimmed().toStdString();
  spec.base = draft.base;
  spec.base.data.validationCount = draft.validation;
  spec.base.changes.clear();
  spec.base.evaluateTest = false;  // the test set is for the one that is chosen
  spec.randomCount = draft.randomCount;
  spec.earlyStopping = draft.earlyStopping;
  outcome.problem = check(outcome, draft, input, classes);
  return outcome;
}

}  // namespace inkling::ui
