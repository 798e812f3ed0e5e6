// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/runresult.h"

#include "core/base/error.h"
#include "core/io/modelheader.h"
#include "core/io/stopreasonname.h"
#include "core/recipe/jsontext.h"

#include <utility>

namespace inkling {

std::string encodeRun(const RunResult& result, const RunTexts& texts) {
  const std::string run = encodeHeader({.input = result.input,
                                        .recipe = result.recipe,
                                        .classNames = result.classNames,
                                        .dataFingerprint = result.dataFingerprint,
                                        .testDrawn = result.testDrawn,
                                        .history = result.history,
                                        .position = result.position});
  Json json = Json::object();
  for (const auto& [name, text] : texts) json[name] = text;
  json["reason"] = toString(result.reason);
  json["seconds"] = result.seconds;
  json["run"] = Json::parse(run);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

RunResult decodeRun(const std::string& text, const std::string& source, RunTexts* texts) {
  const Json json = parseJson(text, source);
  const auto require = [&](bool right, const char* field) {
    if (!right)
      throw Error(source + " is not the result of a run: its field " + field +
                  " is missing or wrong.");
  };
  require(json.is_object() && json.contains("run"), "run");
  require(json.contains("reason") && json["reason"].is_string(), "reason");
  require(json.contains("seconds") && json["seconds"].is_number(), "seconds");
  const auto reason = stopReasonNamed(json["reason"].get<std::string>());
  require(reason.has_value(), "reason");
  if (texts) {
    for (auto& [name, value] : *texts)
      if (json.contains(name) && json[name].is_string()) value = json[name].get<std::string>();
  }
  ModelHeader run = decodeHeader(json["run"].dump(), source);
  return {std::move(run.recipe),
          run.input,
          std::move(run.classNames),
          std::move(run.history),
          run.position,
          *reason,
          json["seconds"].get<double>(),
          std::move(run.dataFingerprint),
          run.testDrawn};
}

}  // namespace inkling
