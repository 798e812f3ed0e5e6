// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/formatone.h"

#include "core/recipe/fieldjson.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/livefields.h"

namespace inkling {
namespace {

/// The defaults of then, in the order of then. They do not follow those of the program.
const Json& defaults() {
  static const Json json = Json::parse(R"({
    "name": "untitled",
    "title": {},
    "lesson": {},
    "data": {"set": "mnist", "train_limit": 0, "validation_count": 5000,
             "mean": 0, "std": 1, "shuffle": true},
    "layers": [],
    "label_smoothing": 0,
    "loss_clamp": 0,
    "optimizer": {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9, "beta1": 0.9,
                  "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0, "clip_norm": 0},
    "schedule": {"kind": "constant", "warmup": 0.3, "start_factor": 0.04, "final_factor": 0,
                 "step_epochs": 10, "step_factor": 0.1},
    "augment": {"enabled": false, "clean_share": 0.2, "rotation": 10, "scale": 0.1, "shear": 0.1,
                "shift": 2, "elastic": 0, "stroke_min": 0, "stroke_max": 0, "contrast": 0,
                "gaps": 0, "blots": 0, "variants": 0, "synthetic": 0, "scribbles": 0,
                "refit": false},
    "batch": 64,
    "epochs": 10,
    "seed": 1,
    "average_decay": 0,
    "early_stopping": 0,
    "evaluate_train": false,
    "evaluate_test": false,
    "report_every": 0,
    "changes": [],
    "published": []
  })");
  return json;
}

/// Fields that came after format 2, at the values with which they are left out.
const Json& laterDefaults() {
  static const Json json = Json::parse(R"({
    "data": {"balance": "none",
             "mend": {"grey": false, "stretch": false, "invert": false, "transpose": false,
                      "mirror": false, "rotate": false, "blank": false, "duplicates": false,
                      "gaps": false},
             "prepare": "auto"}
  })");
  return json;
}

const Json& layerDefaults(const std::string& type) {
  static const Json json = Json::parse(R"({
    "dense": {"bias": true,
              "weight_init": {"kind": "he_normal", "scale": 1},
              "bias_init": {"kind": "zeros", "scale": 1}},
    "conv2d": {"kernel": 3, "stride": 1, "padding": 0, "bias": true,
               "weight_init": {"kind": "he_normal", "scale": 1},
               "bias_init": {"kind": "zeros", "scale": 1}},
    "max_pool2d": {"kernel": 3, "stride": 1, "all_ties": false},
    "dropout": {"rate": 0.5}
  })");
  static const Json none = Json::object();
  const auto found = json.find(type);
  return found == json.end() ? none : *found;
}

const Json& changeDefaults() {
  static const Json json =
      Json::parse(R"({"epoch": 0, "step": 0, "learning_rate": 0, "epochs": 0})");
  return json;
}

/// Gives `object` the fields that it lacks.
void fill(Json& object, const Json& with) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : with.items()) {
    const auto found = object.find(name);
    if (found == object.end()) {
      object[name] = value;
    } else if (value.is_object()) {
      fill(*found, value);
    }
  }
}

std::string typeOf(const Json& layer) {
  const auto found = layer.is_object() ? layer.find("type") : layer.end();
  if (found == layer.end()) return "dense";
  return found->is_string() ? found->get<std::string>() : std::string();
}

bool tellsWhatItIs(const std::string& name) {
  return name == "name" || name == "type" || name == "kind";
}

/// What of `object` differs from `defaults`, in the order of `object`.
Json pruned(const Json& object, const Json& defaults) {
  Json kept = Json::object();
  for (const auto& [name, value] : object.items()) {
    const auto found = defaults.find(name);
    if (found != defaults.end() && *found == value && !tellsWhatItIs(name)) continue;
    const bool nested = value.is_object() && found != defaults.end() && found->is_object();
    kept[name] = nested ? pruned(value, *found) : value;
  }
  return kept;
}

/// Takes the field `from` away and gives what stood there another name.
void rename(Json& object, const char* from, const char* to, Json (*convert)(const Json&)) {
  const Json value = object.at(from);
  object.erase(from);
  object[to] = convert(value);
}

void refuseNewer(const Json& data, std::vector<Problem>& problems) {
  const auto found = data.find("validation");
  if (found == data.end()) return;
  problems.push_back({"data.validation", shortText(*found) + ", which an unmarked recipe has not",
                      "\"format\": 2 at the beginning of the recipe"});
}

/// Each change by hand said both values: those that differ from what was in force become changes.
Json changesFrom(const Json& json) {
  if (!json.at("changes").is_array()) return json.at("changes");
  Json rate = json.at("optimizer").is_object() ? json.at("optimizer").at("learning_rate") : Json();
  Json epochs = json.at("epochs");
  Json list = Json::array();
  for (Json change : json.at("changes")) {
    if (!change.is_object()) return json.at("changes");
    fill(change, changeDefaults());
    const auto add = [&](const LiveField& field, const char* name, Json& now) {
      const Json value = change.at(name);
      if (value == now) return;
      now = value;
      list.push_back({{"field", std::string(field.path)},
                      {"value", value},
                      {"epoch", change.at("epoch")},
                      {"step", change.at("step")}});
    };
    add(kLiveRate, "learning_rate", rate);
    add(kLiveEpochs, "epochs", epochs);
  }
  return list;
}

/// Both values of every position at which something changed.
Json changesOf(const Recipe& recipe) {
  Json list = Json::array();
  double rate = recipe.optimizer.learningRate;
  double epochs = recipe.epochs;
  const LiveChange* before = nullptr;
  for (const LiveChange& change : recipe.changes) {
    (change.field == kLiveRate.path ? rate : epochs) = change.value;
    const bool together = before && before->epoch == change.epoch && before->step == change.step;
    if (together) list.erase(list.size() - 1);
    before = &change;
    list.push_back(pruned({{"epoch", change.epoch},
                           {"step", change.step},
                           {"learning_rate", rate},
                           {"epochs", static_cast<int>(epochs)}},
                          changeDefaults()));
  }
  return list;
}

Json dataOf(const DataSpec& spec, const Json& data) {
  Json old = Json::object();
  for (const auto& [name, value] : data.items()) {
    if (name == "train_limit" && spec.trainLimit.kind != TrainLimit::Kind::Count)
      old[name] = spec.trainLimit.count;
    else if (name == "validation" && spec.validation.kind == HeldOut::Kind::Last)
      old["validation_count"] = spec.validation.count;
    else
      old[name] = value;
  }
  return old;
}

}  // namespace

Json fromFormatOne(Json json, std::vector<Problem>& problems) {
  if (!json.is_object()) return json;
  fill(json, defaults());
  Json& data = json["data"];
  if (data.is_object()) {
    refuseNewer(data, problems);
    rename(data, "validation_count", "validation", [](const Json& n) { return Json{{"last", n}}; });
    rename(data, "train_limit", "train_limit", [](const Json& n) {
      return n == 0 ? Json() : Json{{"first", n}};
    });
  }
  if (json["layers"].is_array())
    for (Json& layer : json["layers"]) fill(layer, layerDefaults(typeOf(layer)));
  json["changes"] = changesFrom(json);
  return json;
}

Json asFormatOne(const Recipe& recipe) {
  Json json = everyField(recipe);
  json["data"] = dataOf(recipe.data, json["data"]);
  // Layers of every kind were compared with a dense one.
  for (Json& layer : json["layers"]) layer = pruned(layer, layerDefaults("dense"));
  json["changes"] = changesOf(recipe);
  Json leftOut = defaults();
  fill(leftOut, laterDefaults());
  return pruned(json, leftOut);
}

}  // namespace inkling
