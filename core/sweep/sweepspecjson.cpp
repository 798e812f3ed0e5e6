// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/readfile.h"
#include "core/recipe/fieldjson.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"
#include "core/sweep/sweepfolder.h"
#include "core/sweep/sweepspec.h"

#include <algorithm>
#include <functional>
#include <set>

namespace inkling {
namespace {

constexpr int kFormat = 2;
constexpr int kMaxCount = 10'000;

// The field `path` of an object in a sweep file; reading it says what is wrong with it.
class Field {
public:
  Field(const Json& json, std::string path, const std::string& source)
      : m_json(json),
        m_path(std::move(path)),
        m_source(source) {}

  const Json& json() const { return m_json; }

  [[noreturn]] void fail(const std::string& allowed) const {
    throw Error(m_source + " is not a usable sweep: " + (m_path.empty() ? "it" : m_path) + " is " +
                shortText(m_json) + ", allowed is " + allowed + ".");
  }

  std::string text() const {
    if (!m_json.is_string() || m_json.get_ref<const std::string&>().empty()) fail("a text");
    return m_json.get<std::string>();
  }
  double number() const {
    if (!m_json.is_number()) fail("a number");
    return m_json.get<double>();
  }
  int count(int low, int high) const {
    if (!m_json.is_number_integer() || m_json < low || m_json > high)
      fail("a whole number, " + rangeText({double(low), double(high)}));
    return m_json.get<int>();
  }
  std::uint64_t seed() const {
    if (!m_json.is_number_unsigned()) fail("a whole number from 0 on");
    return m_json.get<std::uint64_t>();
  }
  bool flag() const {
    if (!m_json.is_boolean()) fail("true or false");
    return m_json.get<bool>();
  }
  /// A value for setField(): texts as they are, everything else as JSON writes it.
  std::string value() const {
    if (m_json.is_string()) return m_json.get<std::string>();
    if (!m_json.is_primitive() || m_json.is_null()) fail("a number, a text, true or false");
    return m_json.is_number_float() ? numberText(m_json.get<double>()) : m_json.dump();
  }

  void eachItem(const std::function<void(const Field&)>& visit) const {
    if (!m_json.is_array() || m_json.empty()) fail("a list that is not empty");
    for (std::size_t i = 0; i < m_json.size(); ++i)
      visit(Field(m_json[i], itemPath(m_path, i), m_source));
  }
  void eachField(const std::function<void(const std::string&, const Field&)>& visit) const {
    if (!m_json.is_object()) fail("an object");
    for (const auto& [name, value] : m_json.items())
      visit(name, Field(value, fieldPath(m_path, name), m_source));
  }
  [[noreturn]] void unknown() const {
    throw Error(m_source + " is not a usable sweep: there is no field " + m_path + ".");
  }

private:
  const Json& m_json;
  std::string m_path;
  const std::string& m_source;
};

std::vector<std::string> values(const Field& field) {
  std::vector<std::string> list;
  if (!field.json().is_array()) return {field.value()};
  field.eachItem([&](const Field& item) { list.push_back(item.value()); });
  return list;
}

SweepAxis readAxis(const Field& field) {
  SweepAxis axis;
  field.eachField([&](const std::string& name, const Field& f) {
    if (name == "name") {
      axis.name = f.text();
    } else if (name == "fields") {
      f.eachItem([&](const Field& item) { axis.fields.push_back(item.text()); });
    } else if (name == "values") {
      f.eachItem([&](const Field& item) { axis.values.push_back(values(item)); });
    } else if (name == "low") {
      axis.low = f.number();
    } else if (name == "high") {
      axis.high = f.number();
    } else if (name == "logarithmic") {
      axis.logarithmic = f.flag();
    } else if (name == "integer") {
      axis.integer = f.flag();
    } else {
      f.unknown();
    }
  });
  if (axis.fields.empty()) field.fail("an axis with the fields that it sets");
  if (axis.name.empty()) axis.name = axis.fields.front();
  for (const auto& value : axis.values)
    if (value.size() != 1 && value.size() != axis.fields.size())
      field.fail("one value for all of an axis' fields, or as many as it has fields");
  return axis;
}

ListedTrial readTrial(const Field& field) {
  ListedTrial trial;
  field.eachField([&](const std::string& name, const Field& f) {
    if (name == "at") {
      f.eachField([&](const std::string& axis, const Field& v) { trial.at[axis] = v.value(); });
    } else if (name == "published") {
      // Read with the checks of a recipe's own list.
      const Json recipe = {{"format", 2}, {"published", f.json()}};
      trial.published = recipeFromJson(recipe.dump(), "A listed trial").published;
    } else {
      f.unknown();
    }
  });
  return trial;
}

SweepTest readTest(const Field& field) {
  const std::string text = field.text();
  if (text != "best" && text != "all") field.fail("best or all");
  return text == "all" ? SweepTest::All : SweepTest::Best;
}

void readRandom(SweepSpec& spec, const Field& field) {
  field.eachField([&](const std::string& name, const Field& f) {
    if (name == "count") {
      spec.randomCount = f.count(1, kMaxCount);
    } else if (name == "seed") {
      spec.randomSeed = f.seed();
    } else {
      f.unknown();
    }
  });
}

Recipe readBase(const Field& field, const std::string& source,
                const std::filesystem::path& resources) {
  if (field.json().is_string()) return findRecipe(field.text(), resources);
  if (!field.json().is_object()) field.fail("the name of a recipe, a file or an object");
  return recipeFromJson(field.json().dump(), "The recipe in " + source);
}

std::map<std::string, std::string> readTexts(const Field& field) {
  std::map<std::string, std::string> texts;
  field.eachField([&](const std::string& name, const Field& f) { texts[name] = f.text(); });
  return texts;
}

/// Fields of a recipe that had other paths in format 1.
std::string pathOfToday(const std::string& path) {
  if (path == "data.train_limit") return "data.train_limit.first";
  if (path == "data.validation_count") return "data.validation.last";
  return path;
}

void bringUpToDate(SweepSpec& spec) {
  for (auto& [path, value] : spec.set) path = pathOfToday(path);
  for (SweepAxis& axis : spec.axes)
    for (std::string& path : axis.fields) path = pathOfToday(path);
}

/// Of the file; 1 where there is none. Throws Error if it is a newer one.
int formatOf(const Field& field, const std::string& source) {
  if (field.json().is_number_unsigned() && field.json() > kFormat)
    throw NewerFormat(source, "sweep format", field.json().dump(), kFormat);
  return field.count(1, kFormat);
}

Json writeAxis(const SweepAxis& axis) {
  Json json = {{"name", axis.name}, {"fields", axis.fields}};
  for (const auto& value : axis.values)
    json["values"].push_back(value.size() == 1 ? Json(value[0]) : Json(value));
  if (!axis.values.empty() || axis.low == axis.high) return json;
  json.update({{"low", axis.low},
               {"high", axis.high},
               {"logarithmic", axis.logarithmic},
               {"integer", axis.integer}});
  return json;
}

Json writeTrial(const ListedTrial& trial) {
  Json json = {{"at", trial.at}};
  if (!trial.published.empty()) {
    Recipe recipe;
    recipe.published = trial.published;
    json["published"] = everyField(recipe)["published"];
  }
  return json;
}

}  // namespace

SweepSpec sweepFromJson(const std::string& text, const std::string& source,
                        const std::filesystem::path& resources) {
  const Json json = parseJson(text, source);
  SweepSpec spec;
  int format = 1;
  bool hasBase = false;
  const std::map<std::string, std::function<void(const Field&)>> readers = {
      {"format", [&](const Field& f) { format = formatOf(f, source); }},
      {"name", [&](const Field& f) { spec.name = f.text(); }},
      {"title", [&](const Field& f) { spec.title = readTexts(f); }},
      {"lesson", [&](const Field& f) { spec.lesson = readTexts(f); }},
      {"recipe",
       [&](const Field& f) {
         spec.base = readBase(f, source, resources);
         hasBase = true;
       }},
      {"set",
       [&](const Field& f) {
         f.eachField(
             [&](const std::string& n, const Field& v) { spec.set.emplace_back(n, v.value()); });
       }},
      {"axes",
       [&](const Field& f) {
         f.eachItem([&](const Field& item) { spec.axes.push_back(readAxis(item)); });
       }},
      {"random", [&](const Field& f) { readRandom(spec, f); }},
      {"trials",
       [&](const Field& f) {
         f.eachItem([&](const Field& item) { spec.trials.push_back(readTrial(item)); });
       }},
      {"seeds",
       [&](const Field& f) {
         f.eachItem([&](const Field& item) { spec.seeds.push_back(item.seed()); });
       }},
      {"early_stopping", [&](const Field& f) { spec.earlyStopping = f.count(0, kMaxCount); }},
      {"test", [&](const Field& f) { spec.test = readTest(f); }},
  };
  Field(json, "", source).eachField([&](const std::string& name, const Field& f) {
    const auto found = readers.find(name);
    if (found == readers.end()) f.unknown();
    found->second(f);
  });
  if (!hasBase) throw Error(source + " is not a usable sweep: the field recipe is missing.");
  if (format == 1) bringUpToDate(spec);
  return spec;
}

std::string toJson(const SweepSpec& spec) {
  Json json = {{"format", kFormat}, {"name", spec.name}};
  if (!spec.title.empty()) json["title"] = spec.title;
  if (!spec.lesson.empty()) json["lesson"] = spec.lesson;
  json["recipe"] = fileJson(spec.base);
  for (const auto& [path, value] : spec.set) json["set"][path] = value;
  for (const SweepAxis& axis : spec.axes) json["axes"].push_back(writeAxis(axis));
  if (spec.randomCount > 0)
    json["random"] = {{"count", spec.randomCount}, {"seed", spec.randomSeed}};
  for (const ListedTrial& trial : spec.trials) json["trials"].push_back(writeTrial(trial));
  if (!spec.seeds.empty()) json["seeds"] = spec.seeds;
  if (spec.earlyStopping >= 0) json["early_stopping"] = spec.earlyStopping;
  json["test"] = spec.test == SweepTest::All ? "all" : "best";
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

SweepSpec loadSweep(const std::filesystem::path& file, const std::filesystem::path& resources) {
  const std::vector<char> bytes = readFile(file, kMaxSweepFile);
  requireType(bytes, "a sweep", file.string());
  return sweepFromJson({bytes.begin(), bytes.end()}, file.string(), resources);
}

}  // namespace inkling
