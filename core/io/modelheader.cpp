// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelheader.h"

#include "core/base/error.h"
#include "core/recipe/fieldjson.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/recipejson.h"

#include <concepts>
#include <limits>

namespace inkling {
namespace {

constexpr int kModelVersion = 2;
constexpr const char* kMnistInk = "mnist";  // what Digits is called in files

// The one table of the header's fields; writing and reading are visitors of it.

template <typename Visitor>
void visitFields(Visitor& visit, Is<Shape> auto& s) {
  visit("height", s.height);
  visit("width", s.width);
  visit("channels", s.channels);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<Position> auto& s) {
  visit("epoch", s.epoch);
  visit("step", s.step);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<Score> auto& s) {
  visit("loss", s.loss);
  visit("accuracy", s.accuracy);
  visit("count", s.count);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<EpochRecord> auto& s) {
  visit("epoch", s.epoch);
  visit("train", s.train);
  visit("validation", s.validation);
  visit("test", s.test);
  visit("learning_rate", s.learningRate);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<History> auto& s) {
  visit("epochs", s.epochs);
  visit("test", s.test);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<ReportWindow> auto& s) {
  visit("steps", s.steps);
  visit("samples", s.samples);
  visit("loss", s.loss);
  visit("correct", s.correct);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<TrainingState> auto& s) {
  visit("optimizer_step", s.optimizerStep);
  visit("running", s.running);
  visit("unlabelled", s.unlabelled);
  visit("window", s.window);
  visit("best_loss", s.bestLoss);
  visit("epochs_since_best", s.epochsSinceBest);
}

template <typename Visitor>
void visitFields(Visitor& visit, Is<ModelHeader> auto& s) {
  visit("input", s.input);
  visit("recipe", s.recipe);
  visit("class_names", s.classNames);
  visit.since(2, "data_fingerprint", s.dataFingerprint);
  visit.since(2, "test_drawn", s.testDrawn);
  visit.since(2, "preparation", s.preparation);
  visit("history", s.history);
  visit("position", s.position);
  visit("state", s.state);
}

class Writer {
public:
  template <typename S>
  static Json write(const S& s) {
    Writer writer;
    visitFields(writer, s);
    return std::move(writer.m_object);
  }

  template <typename Value>
  void since(int, const char* name, const Value& value) {
    (*this)(name, value);
  }

  // JSON has no infinity; dump() makes it null, and the reader infinity again.
  template <typename Value>
  void operator()(const char* name, const Value& value) {
    if constexpr (std::is_class_v<Value>) {
      m_object[name] = write(value);
    } else {
      m_object[name] = value;
    }
  }
  void operator()(const char* name, const Recipe& recipe) { m_object[name] = fileJson(recipe); }
  void operator()(const char* name, const std::string& text) { m_object[name] = text; }
  void operator()(const char* name, Preparation preparation) {
    m_object[name] = preparation == Preparation::Digits ? kMnistInk : toString(preparation);
  }
  void operator()(const char* name, const std::vector<std::string>& texts) {
    m_object[name] = texts;
  }
  void operator()(const char* name, const std::vector<EpochRecord>& records) {
    Json array = Json::array();
    for (const EpochRecord& record : records) array.push_back(write(record));
    m_object[name] = std::move(array);
  }
  template <typename S>
  void operator()(const char* name, const std::optional<S>& s) {
    if (s) (*this)(name, *s);
  }

private:
  Json m_object = Json::object();
};

class Reader {
public:
  Reader(const Json& object, int version, std::string path, const std::string& source)
      : m_object(object),
        m_version(version),
        m_path(std::move(path)),
        m_source(source) {
    if (!object.is_object()) fail(m_path, object, "an object");
  }

  template <typename Value>
  void operator()(const char* name, Value& value) {
    read(find(name), fieldPath(m_path, name), value);
  }

  /// A field that files of earlier versions lack.
  template <typename Value>
  void since(int version, const char* name, Value& value) {
    if (m_version >= version) (*this)(name, value);
  }

  template <typename S>
  void operator()(const char* name, std::optional<S>& s) {
    if (m_object.contains(name)) read(find(name), fieldPath(m_path, name), s.emplace());
  }

private:
  const Json& find(const char* name) const {
    const auto found = m_object.find(name);
    if (found == m_object.end()) {
      throw Error(m_source + " is not a usable model: the field " + fieldPath(m_path, name) +
                  " is missing.");
    }
    return *found;
  }

  template <std::signed_integral Number>
  void read(const Json& json, const std::string& path, Number& value) const {
    // Half of what the type holds: training counts on from there.
    constexpr std::uint64_t kMost = std::numeric_limits<Number>::max() / 2;
    if (!json.is_number_unsigned() || json.get<std::uint64_t>() > kMost) {
      fail(path, json, "a whole number, 0 … " + std::to_string(kMost));
    }
    value = json.get<Number>();
  }

  void read(const Json& json, const std::string& path, double& value) const {
    if (!json.is_number() && !json.is_null()) fail(path, json, "a number");
    value = json.is_null() ? std::numeric_limits<double>::infinity() : json.get<double>();
  }

  void read(const Json& json, const std::string& path, bool& value) const {
    if (!json.is_boolean()) fail(path, json, "true or false");
    value = json.get<bool>();
  }

  void read(const Json& json, const std::string& path, std::string& value) const {
    if (!json.is_string()) fail(path, json, "a text");
    value = json.get<std::string>();
  }

  void read(const Json& json, const std::string& path, Preparation& preparation) const {
    std::string name;
    read(json, path, name);
    for (const auto known :
         {Preparation::Digits, Preparation::Glyphs, Preparation::Photo, Preparation::None}) {
      if (name != (known == Preparation::Digits ? kMnistInk : toString(known))) continue;
      preparation = known;
      return;
    }
    throw Error(m_source + " was saved by a newer Inkling: it prepares pictures as \"" + name +
                "\", which this program does not know.");
  }

  void read(const Json& json, const std::string&, Recipe& recipe) const {
    recipe = recipeFromJson(json.dump(), "The recipe in " + m_source);
  }

  template <typename Item>
  void read(const Json& json, const std::string& path, std::vector<Item>& items) const {
    if (!json.is_array()) fail(path, json, "a list");
    items.resize(json.size());
    for (std::size_t i = 0; i < items.size(); ++i) read(json[i], itemPath(path, i), items[i]);
  }

  template <typename S>
  void read(const Json& json, const std::string& path, S& s) const {
    Reader reader(json, m_version, path, m_source);
    visitFields(reader, s);
  }

  [[noreturn]] void fail(const std::string& path, const Json& json,
                         const std::string& expected) const {
    throw Error(m_source + " is not a usable model: " + path + " is " + shortText(json) +
                ", expected is " + expected + ".");
  }

  const Json& m_object;
  int m_version;
  std::string m_path;
  const std::string& m_source;
};

/// Throws Error unless it is one that can be read.
int versionOf(const Json& json, const std::string& source) {
  const auto found = json.is_object() ? json.find("format") : json.end();
  if (found == json.end() || !found->is_number_unsigned() || *found < 1) {
    throw Error(source + " is not a usable model: its format version is missing.");
  }
  if (*found > kModelVersion) {
    throw NewerFormat(source, "model format", found->dump(), kModelVersion);
  }
  return found->get<int>();
}

}  // namespace

std::string encodeHeader(const ModelHeader& header) {
  Json json = {{"format", kModelVersion}};
  json.update(Writer::write(header));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ModelHeader decodeHeader(const std::string& text, const std::string& source) {
  const Json json = parseJson(text, "The header of " + source);
  const int version = versionOf(json, source);
  ModelHeader header;
  Reader reader(json, version, "", source);
  visitFields(reader, header);
  return header;
}

}  // namespace inkling
