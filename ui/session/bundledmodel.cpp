// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/bundledmodel.h"

#include "core/base/files.h"
#include "ui/session/session.h"
#include "ui/session/userfiles.h"

#include <fstream>
#include <string>

namespace inkling::ui {

std::filesystem::path bundledModel(const std::filesystem::path& resources) {
  const auto folder = resources / "models";
  std::string name = "default.safetensors";
  std::ifstream(folder / "default.txt") >> name;
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / name, ignored) ? folder / name
                                                                  : std::filesystem::path();
}

std::filesystem::path personalModel() { return userPlace("handwriting.safetensors"); }

FirstModels loadFirstModels(const std::filesystem::path& resources) {
  FirstModels found;
  const auto load = [](const std::filesystem::path& file, std::string& problem) -> ModelPtr {
    try {
      if (file.empty() || !isThere(file)) return {};
      return modelInUse(loadModel(file));
    } catch (const std::exception& error) {
      problem = error.what();
      return {};
    }
  };
  found.bundled = load(bundledModel(resources), found.problem);
  found.personal = load(personalModel(), found.personalProblem);
  return found;
}

}  // namespace inkling::ui
