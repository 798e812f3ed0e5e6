// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/bundledmodel.h"

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

}  // namespace inkling::ui
