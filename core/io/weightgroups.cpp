// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/weightgroups.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace inkling {
namespace {

enum class Role { Weight, Bias, Mean, Variance, Counter };

struct TensorRole {
  std::string group;
  Role role;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// "fc1.weight", "fc1/weight" and "fc1_weight" are the weight of fc1; "weight" alone is that of a
// network of one layer.
std::optional<TensorRole> dottedRole(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Role>, 5> kRoles = {{
      {"weight", Role::Weight},
      {"bias", Role::Bias},
      {"running_mean", Role::Mean},
      {"running_var", Role::Variance},
      {"num_batches_tracked", Role::Counter},
  }};
  for (const auto& [word, role] : kRoles) {
    if (name == word) return TensorRole{"", role};
    if (!name.ends_with(word)) continue;
    const std::string_view group = name.substr(0, name.size() - word.size());
    if (group.size() > 1 && std::string_view("._/").find(group.back()) != std::string_view::npos)
      return TensorRole{std::string(group.substr(0, group.size() - 1)), role};
  }
  return {};
}

// "W1", "w_1", "b1", "W", "bias2"; "arr_0" and "arr_1" are the weight and bias of layer 0.
std::optional<TensorRole> plainRole(std::string_view name) {
  std::string_view word = name;
  while (!word.empty() && isDigit(word.back())) word.remove_suffix(1);
  const std::string number(name.substr(word.size()));
  constexpr std::size_t kMostDigits = 4;
  if (number.size() > kMostDigits) return {};
  if (word == "arr_" && !number.empty()) {
    const int index = std::stoi(number);
    return TensorRole{std::to_string(index / 2), index % 2 == 0 ? Role::Weight : Role::Bias};
  }
  if (word.size() > 1 && word.back() == '_') word.remove_suffix(1);
  for (const std::string_view weight : {"W", "w", "weight", "weights"})
    if (word == weight) return TensorRole{number, Role::Weight};
  for (const std::string_view bias : {"B", "b", "bias", "biases"})
    if (word == bias) return TensorRole{number, Role::Bias};
  return {};
}

std::optional<TensorRole> roleOf(const std::string& name, WeightNames names) {
  return names == WeightNames::Dotted ? dottedRole(name) : plainRole(name);
}

const Tensor*& placeOf(WeightGroup& group, Role role) {
  if (role == Role::Bias) return group.bias;
  if (role == Role::Mean) return group.mean;
  return role == Role::Variance ? group.variance : group.weight;
}

// A run of digits, or of anything else.
std::string_view chunkAt(std::string_view name, std::size_t at) {
  std::size_t end = at;
  while (end < name.size() && isDigit(name[end]) == isDigit(name[at])) ++end;
  return name.substr(at, end - at);
}

bool isNumber(std::string_view chunk) { return !chunk.empty() && isDigit(chunk[0]); }

bool isSmaller(std::string_view a, std::string_view b) {
  const auto bare = [](std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size() - 1));
    return number;
  };
  const std::string_view x = bare(a);
  const std::string_view y = bare(b);
  return std::tuple(x.size(), x, a.size()) < std::tuple(y.size(), y, b.size());
}

// Where the first chunk begins in which the names differ; the length of the shorter if in none.
std::size_t firstDifference(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < std::min(a.size(), b.size())) {
    const std::string_view chunk = chunkAt(a, at);
    if (chunk != chunkAt(b, at)) break;
    at += chunk.size();
  }
  return at;
}

// Numbers by value and before words; words by where the file first has them.
class NameOrder {
public:
  explicit NameOrder(const std::vector<WeightGroup>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::string_view name = groups[i].name;
      for (std::size_t at = 0; at < name.size(); at += chunkAt(name, at).size())
        m_first.emplace(name.substr(0, at + chunkAt(name, at).size()), i);
    }
  }

  bool operator()(const WeightGroup& a, const WeightGroup& b) const {
    const std::string_view x = a.name;
    const std::string_view y = b.name;
    const std::size_t at = firstDifference(x, y);
    if (at >= x.size() || at >= y.size()) return x.size() < y.size();
    const std::string_view p = chunkAt(x, at);
    const std::string_view q = chunkAt(y, at);
    if (isNumber(p) != isNumber(q)) return isNumber(p);
    if (isNumber(p)) return isSmaller(p, q);
    return position(x.substr(0, at + p.size())) < position(y.substr(0, at + q.size()));
  }

private:
  std::size_t position(std::string_view beginning) const {
    return m_first.find(std::string(beginning))->second;
  }

  std::map<std::string, std::size_t> m_first;
};

}  // namespace

LayerKind WeightGroup::kind() const {
  constexpr std::size_t kConvolution = 4;
  if (mean || variance || (weight && weight->shape.size() < 2)) return LayerKind::BatchNorm;
  return weight && weight->shape.size() == kConvolution ? LayerKind::Conv2d : LayerKind::Dense;
}

WeightGroups groupWeights(const TensorFile& file, const std::string& source) {
  constexpr std::size_t kLongestName = 200;
  WeightGroups result;
  if (!file.tensors.empty() && plainRole(file.tensors[0].name)) result.names = WeightNames::Plain;
  std::map<std::string, std::size_t> places;
  for (const Tensor& tensor : file.tensors) {
    if (tensor.name.size() > kLongestName) {
      throw Error(source + ": a name has " + std::to_string(tensor.name.size()) +
                  " characters, expected are at most " + std::to_string(kLongestName) + ".");
    }
    const auto role = roleOf(tensor.name, result.names);
    if (!role) {
      throw Error(source + ": what \"" + tensor.name +
                  "\" is cannot be told by its name. Known are names such as fc1.weight and "
                  "fc1.bias, or W1 and b1.");
    }
    if (role->role == Role::Counter) continue;
    const auto [place, isNew] = places.emplace(role->group, result.groups.size());
    if (isNew) result.groups.push_back({.name = role->group});
    const Tensor*& found = placeOf(result.groups[place->second], role->role);
    if (found)
      throw Error(source + ": " + found->name + " and " + tensor.name + " are the same thing.");
    found = &tensor;
  }
  const NameOrder order(result.groups);
  std::ranges::stable_sort(result.groups, order);
  return result;
}

bool namesTellOrder(const std::string& a, const std::string& b) {
  const std::size_t at = firstDifference(a, b);
  if (at >= a.size() || at >= b.size()) return true;
  return isNumber(chunkAt(a, at)) && isNumber(chunkAt(b, at));
}

}  // namespace inkling
