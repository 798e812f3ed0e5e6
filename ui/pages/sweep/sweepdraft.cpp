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
#include <set>

namespace inkling::ui {

namespace {

constexpr int kMostTrials = 1000;

class DraftTexts {
  Q_DECLARE_TR_FUNCTIONS(DraftTexts)
public:
  static QString hidden(bool several) {
    return several ? tr("Hidden units, all layers alike") : tr("Hidden units");
  }
  static QString twice() { return tr("This setting is varied above already."); }
  static QString labelOf(const QString& path) {
    if (path == QLatin1String("optimizer.learning_rate")) return tr("Learning rate");
    if (path == QLatin1String("batch")) return tr("Batch size");
    if (path == QLatin1String("epochs")) return tr("Epochs");
    if (path == QLatin1String("optimizer.weight_decay")) return tr("Weight decay");
    if (path == QLatin1String("optimizer.kind")) return tr("Optimizer");
    if (path == QLatin1String("schedule.kind")) return tr("Schedule");
    if (path == QLatin1String("data.train_limit.count")) return tr("Training images");
    if (path == QLatin1String("data.balance")) return tr("Class balance");
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

/// The units of all hidden dense layers.
QStringList hiddenUnitFields(const Recipe& recipe) {
  QStringList paths;
  for (std::size_t i = 0; i + 1 < recipe.layers.size(); ++i)
    if (recipe.layers[i].kind == LayerKind::Dense)
      paths << QStringLiteral("layers[%1].units").arg(i);
  return paths;
}

/// What is varied most often comes first.
int rankOf(const SweepField& field) {
  static const QStringList kOrder = {QStringLiteral("optimizer.learning_rate"),
                                     QStringLiteral("batch"),
                                     QStringLiteral("units"),
                                     QStringLiteral("epochs"),
                                     QStringLiteral("optimizer.kind"),
                                     QStringLiteral("schedule.kind"),
                                     QStringLiteral("optimizer.weight_decay"),
                                     QStringLiteral("data.train_limit.count")};
  const QString& path = field.fields.front();
  const qsizetype at =
      kOrder.indexOf(path.endsWith(QLatin1String(".units")) ? QStringLiteral("units") : path);
  return at < 0 ? static_cast<int>(kOrder.size()) : static_cast<int>(at);
}

/// Set by the layers' shapes alone, or not what a sweep is about.
bool isFixed(const Recipe& recipe, const QString& field) {
  const auto last = static_cast<qsizetype>(recipe.layers.size()) - 1;
  return field == QLatin1String("name") || field == QLatin1String("seed") ||
         field == QLatin1String("data.set") || field == QLatin1String("data.validation") ||
         field.startsWith(QLatin1String("changes")) ||
         field == QStringLiteral("layers[%1].units").arg(last);
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
  std::set<QString> known;
  for (std::size_t i = 0; i < draft.axes.size(); ++i) {
    SweepAxis axis;
    bool twice = false;
    for (const QString& field : draft.axes[i].field.fields) {
      twice = twice || !known.insert(field).second;
      axis.fields.push_back(field.toStdString());
    }
    axis.name = draft.axes[i].field.label.toLower().toStdString();
    outcome.axis = static_cast<int>(i);
    QString problem =
        twice ? DraftTexts::twice() : readValues(axis, draft.axes[i], draft.randomCount > 0);
    if (problem.isEmpty()) problem = refusedValue(draft.base, axis);
    if (!problem.isEmpty()) return problem;
    outcome.spec.axes.push_back(std::move(axis));
  }
  outcome.axis = -1;
  return outcome.spec.axes.empty() ? DraftTexts::noAxis() : QString();
}

QString check(DraftOutcome& outcome, const SweepDraft& draft,
              const std::filesystem::path& resources, const DataReading& reading) {
  SweepSpec& spec = outcome.spec;
  if (spec.name.empty()) return DraftTexts::noName();
  if (const QString problem = readAxes(outcome, draft); !problem.isEmpty()) return problem;
  if (!readSeeds(spec.seeds, draft.seeds)) return DraftTexts::badSeeds();
  if (draft.validation.none()) return DraftTexts::noValidation();
  if (const qint64 count = trialCount(spec); count > kMostTrials) return DraftTexts::tooMany(count);
  try {
    const auto trials = expandTrials(spec, resources, reading);
    outcome.trials = static_cast<int>(trials.size());
    outcome.missing = drawsMissing(spec, trials);
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

}  // namespace

std::vector<SweepField> sweepFields(const Recipe& recipe) {
  std::vector<SweepField> list;
  const QStringList hidden = hiddenUnitFields(recipe);
  for (auto [path, value] : fieldValues(recipe)) {
    const bool limit = path == "data.train_limit";
    if (limit) value = std::to_string(recipe.data.trainLimit.count);
    const QString field = QString::fromStdString(limit ? path + ".count" : path);
    if (isFixed(recipe, field)) continue;
    const QString label =
        hidden == QStringList{field} ? DraftTexts::hidden(false) : DraftTexts::labelOf(field);
    list.push_back({label.isEmpty() ? field : label, {field}, QString::fromStdString(value)});
  }
  if (hidden.size() > 1) {
    const auto first = std::ranges::find(list, hidden.first(1), &SweepField::fields);
    list.insert(first, {DraftTexts::hidden(true), hidden, first->value});
  }
  std::ranges::stable_sort(list, {}, rankOf);
  return list;
}

DraftOutcome sweepOf(const SweepDraft& draft, const std::filesystem::path& resources,
                     const DataReading& reading) {
  DraftOutcome outcome;
  SweepSpec& spec = outcome.spec;
  spec.name = draft.name.trimmed().toStdString();
  spec.base = draft.base;
  spec.base.data.validation = draft.validation;
  spec.base.changes.clear();
  spec.base.evaluateTest = false;  // the test set is for the one that is chosen
  spec.randomCount = draft.randomCount;
  spec.earlyStopping = draft.earlyStopping;
  outcome.problem = check(outcome, draft, resources, reading);
  return outcome;
}

}  // namespace inkling::ui
