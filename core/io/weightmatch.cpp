// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/weightmatch.h"

#include "core/base/error.h"
#include "core/base/labels.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace inkling {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::string countText(std::ptrdiff_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// "2 convolutions and 1 dense layer"
template <typename Items, typename KindOf>
std::string kindsText(const Items& items, const KindOf& kindOf) {
  const auto count = [&](LayerKind kind) { return std::ranges::count(items, kind, kindOf); };
  std::vector<std::string> parts;
  if (const auto n = count(LayerKind::Conv2d))
    parts.push_back(countText(n, "convolution", "convolutions"));
  if (const auto n = count(LayerKind::BatchNorm))
    parts.push_back(countText(n, "batch norm", "batch norms"));
  if (const auto n = count(LayerKind::Dense))
    parts.push_back(countText(n, "dense layer", "dense layers"));
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text.empty() ? "no layer" : text;
}

void requireSameKinds(const std::vector<WeightSlot>& slots, const WeightGroups& weights,
                      const std::string& source) {
  for (const LayerKind kind : {LayerKind::Conv2d, LayerKind::BatchNorm, LayerKind::Dense}) {
    if (std::ranges::count(slots, kind, &WeightSlot::kind) ==
        std::ranges::count(weights.groups, kind, &WeightGroup::kind))
      continue;
    throw Error(source + " holds the weights of " + kindsText(weights.groups, &WeightGroup::kind) +
                ", the recipe has " + kindsText(slots, &WeightSlot::kind) + ".");
  }
}

// The groups and slots of one kind, each in order.
class Assignment {
public:
  Assignment(const std::vector<WeightSlot>& slots, const std::vector<WeightGroup>& groups,
             WeightLayout layout, LayerKind kind)
      : m_all(slots),
        m_groups(groups),
        m_layout(layout) {
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (slots[i].kind == kind) m_slots.push_back(i);
    for (std::size_t i = 0; i < groups.size(); ++i)
      if (groups[i].kind() == kind) m_candidates.push_back(i);
  }

  // Writes the group of each slot; false if there is no way.
  bool into(std::vector<std::size_t>& groupOf) {
    if (!inOrder() && !byShape()) return false;
    for (std::size_t i = 0; i < m_slots.size(); ++i) groupOf[m_slots[i]] = m_candidates[m_taken[i]];
    return true;
  }

  // How many fit as they stand in order, and the first that does not.
  std::pair<std::size_t, std::size_t> fitting() const {
    std::size_t count = 0;
    std::size_t first = kNone;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
      if (fit(i, i))
        ++count;
      else if (first == kNone)
        first = i;
    }
    return {count, first};
  }

  std::string reason(std::size_t i) const {
    return misfit(m_all[m_slots[i]], m_groups[m_candidates[i]], m_layout);
  }

  // Whether these weights would fit if other images came in: only the first dense layer sees how
  // large they are.
  bool dependsOnInput(std::size_t i) const {
    if (i > 0) return false;
    WeightSlot slot = m_all[m_slots[i]];
    const WeightGroup& group = m_groups[m_candidates[i]];
    if (slot.kind != LayerKind::Dense || !group.weight || group.weight->shape.size() != 2)
      return false;
    slot.inputs = group.weight->shape[m_layout.inputsFirst ? 0 : 1];
    return fits(slot, group, m_layout);
  }

private:
  bool fit(std::size_t slot, std::size_t candidate) const {
    return fits(m_all[m_slots[slot]], m_groups[m_candidates[candidate]], m_layout);
  }

  bool anyFits(std::size_t slot) const {
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
      if (fit(slot, i)) return true;
    return false;
  }

  bool inOrder() {
    m_taken.resize(m_slots.size());
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
      if (!fit(i, i)) return false;
      m_taken[i] = i;
    }
    return true;
  }

  // A perfect matching by augmenting paths (Kuhn 1955), then in order where two can change places.
  bool byShape() {
    // Most images that come into question fail here.
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot)
      if (!anyFits(slot)) return false;
    m_taken.assign(m_slots.size(), kNone);
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
      std::vector<bool> seen(m_slots.size(), false);
      if (!place(i, seen)) return false;
    }
    sortExchangeable();
    return true;
  }

  bool place(std::size_t candidate, std::vector<bool>& seen) {
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot) {
      if (seen[slot] || !fit(slot, candidate)) continue;
      seen[slot] = true;
      if (m_taken[slot] == kNone || place(m_taken[slot], seen)) {
        m_taken[slot] = candidate;
        return true;
      }
    }
    return false;
  }

  void sortExchangeable() {
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
      for (std::size_t j = i + 1; j < m_taken.size(); ++j) {
        if (m_taken[j] < m_taken[i] && fit(i, m_taken[j]) && fit(j, m_taken[i]))
          std::swap(m_taken[i], m_taken[j]);
      }
    }
  }

  const std::vector<WeightSlot>& m_all;
  const std::vector<WeightGroup>& m_groups;
  WeightLayout m_layout;
  std::vector<std::size_t> m_slots;
  std::vector<std::size_t> m_candidates;
  std::vector<std::size_t> m_taken;  // candidate of each slot
};

constexpr LayerKind kKinds[] = {LayerKind::Conv2d, LayerKind::BatchNorm, LayerKind::Dense};

std::optional<WeightMatch> matchFor(const std::vector<WeightSlot>& slots,
                                    const WeightGroups& weights, Shape input, WeightLayout layout) {
  std::vector<std::size_t> groupOf(slots.size());
  for (const LayerKind kind : kKinds) {
    if (!Assignment(slots, weights.groups, layout, kind).into(groupOf)) return {};
  }
  WeightMatch match{layout, input, slots, {}, {}};
  for (const std::size_t group : groupOf) match.groups.push_back(weights.groups[group]);
  return match;
}

// The images that come into question, the likeliest first.
std::vector<Shape> candidateInputs(const WeightQuestion& question) {
  if (question.input) return {*question.input};
  constexpr int kMnistSide = 28;
  const auto doubt = [](int side) {
    return std::pair(side == kMnistSide ? 0 : 1, -std::countr_zero(static_cast<unsigned>(side)));
  };
  std::vector<int> sides;
  for (int side = 1; side <= kMostPixelsASide; ++side) sides.push_back(side);
  std::ranges::stable_sort(sides, {}, doubt);
  std::vector<Shape> inputs;
  for (const int channels : {1, 3})
    for (const int side : sides) inputs.push_back({side, side, channels});
  return inputs;
}

struct Candidate {
  Shape input;
  std::vector<WeightSlot> slots;
};

std::vector<Candidate> candidatesOf(const WeightQuestion& question) {
  std::vector<Candidate> candidates;
  for (const Shape input : candidateInputs(question)) {
    auto slots = weightSlots(question.layers, input, question.openClasses);
    if (slots) candidates.push_back({input, std::move(*slots)});
  }
  return candidates;
}

// What stands against images and a layout.
struct Objection {
  std::size_t fitting = 0;  // layers that do fit
  std::string reason;
  bool dependsOnInput = false;
};

Objection objectionTo(const Candidate& candidate, const WeightGroups& weights,
                      WeightLayout layout) {
  Objection objection;
  for (const LayerKind kind : kKinds) {
    const Assignment assignment(candidate.slots, weights.groups, layout, kind);
    const auto [fitting, wrong] = assignment.fitting();
    objection.fitting += fitting;
    if (wrong == kNone || !objection.reason.empty()) continue;
    objection.reason = assignment.reason(wrong);
    objection.dependsOnInput = assignment.dependsOnInput(wrong);
  }
  return objection;
}

// Says what is wrong with the images and the layout that most layers fit.
[[noreturn]] void refuseWeights(const WeightQuestion& question,
                                const std::vector<Candidate>& candidates,
                                const WeightGroups& weights, const std::string& source) {
  Objection least;
  for (const WeightLayout layout : question.layouts) {
    for (const Candidate& candidate : candidates) {
      Objection objection = objectionTo(candidate, weights, layout);
      if (least.reason.empty() || objection.fitting > least.fitting) least = std::move(objection);
    }
  }
  throw Error(source + " does not fit the recipe: " + least.reason + "." +
              (!question.input && least.dependsOnInput
                   ? " If the images are not square, their shape must be given."
                   : ""));
}

}  // namespace

std::vector<WeightMatch> matchWeights(const WeightQuestion& question, const WeightGroups& weights,
                                      const std::string& source) {
  const std::vector<Candidate> candidates = candidatesOf(question);
  if (candidates.empty()) throw Error("The layers of the recipe do not fit the images.");
  requireSameKinds(candidates.front().slots, weights, source);
  std::vector<WeightMatch> matches;
  for (const WeightLayout layout : question.layouts) {
    std::optional<WeightMatch> found;
    for (const Candidate& candidate : candidates) {
      auto match = matchFor(candidate.slots, weights, candidate.input, layout);
      if (!match) continue;
      if (found)
        found->otherInputs.push_back(candidate.input);
      else
        found = std::move(match);
    }
    if (found) matches.push_back(std::move(*found));
  }
  if (matches.empty()) refuseWeights(question, candidates, weights, source);
  return matches;
}

std::vector<WeightGroup> unclearOrder(const WeightMatch& match) {
  const auto fit = [&](std::size_t slot, std::size_t group) {
    return match.slots[slot].kind == match.slots[group].kind &&
           fits(match.slots[slot], match.groups[group], match.layout);
  };
  for (std::size_t i = 0; i < match.slots.size(); ++i) {
    for (std::size_t j = i + 1; j < match.slots.size(); ++j) {
      if (fit(i, j) && fit(j, i) && !namesTellOrder(match.groups[i].name, match.groups[j].name))
        return {match.groups[i], match.groups[j]};
    }
  }
  return {};
}

}  // namespace inkling
