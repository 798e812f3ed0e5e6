// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/exportmetadata.h"

#include "core/base/error.h"
#include "core/base/labels.h"
#include "core/recipe/imageshape.h"
#include "core/recipe/jsontext.h"

#include <algorithm>
#include <charconv>

namespace inkling {
namespace {

constexpr int kExportVersion = 1;
constexpr const char* kVersion = "inkling_weights";
constexpr const char* kInput = "input";
constexpr const char* kClassNames = "class_names";

[[noreturn]] void refuseMetadata(const std::string& source, const std::string& name) {
  throw Error(source + ": its metadata \"" + name + "\" makes no sense.");
}

void requireKnownVersion(const std::string& text, const std::string& source) {
  int version = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || stop != text.data() + text.size() || version < 1)
    refuseMetadata(source, kVersion);
  if (version > kExportVersion)
    throw NewerFormat(source, "weights of version", text, kExportVersion);
}

std::vector<std::string> namesFrom(const std::string& text, const std::string& source) {
  const Json json = parseJson(text, "The list of classes in " + source);
  const auto isName = [](const Json& name) { return name.is_string(); };
  if (!json.is_array() || json.size() < 2 || json.size() > kMostClasses ||
      !std::ranges::all_of(json, isName))
    refuseMetadata(source, kClassNames);
  return json.get<std::vector<std::string>>();
}

}  // namespace

std::map<std::string, std::string> exportMetadata(const Model& model) {
  return {
      {kVersion, std::to_string(kExportVersion)},
      {kInput, imageShapeText(model.network.inputShape())},
      {kClassNames, Json(model.classNames).dump(-1, ' ', false, Json::error_handler_t::replace)},
      {"layout", "dense: outputs, inputs; conv2d: outputs, rows, columns, inputs"},
      {"flatten_order", "rows, columns, channels"},
  };
}

std::optional<ExportNote> readExportMetadata(const std::map<std::string, std::string>& metadata,
                                             const std::string& source) {
  const auto version = metadata.find(kVersion);
  if (version == metadata.end()) return {};
  requireKnownVersion(version->second, source);
  const auto input = metadata.find(kInput);
  const auto shape = input == metadata.end() ? std::nullopt : imageShapeFrom(input->second);
  if (!shape) refuseMetadata(source, kInput);
  const auto names = metadata.find(kClassNames);
  if (names == metadata.end()) refuseMetadata(source, kClassNames);
  return ExportNote{*shape, namesFrom(names->second, source)};
}

}  // namespace inkling
