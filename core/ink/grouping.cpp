// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/grouping.h"

#include "core/ink/strokepart.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace inkling {
namespace {

// All lengths are shares of the line's height: that of the tallest stroke.
constexpr float kTall = 0.7F;        // from this height on a stroke may be a digit of its own
constexpr float kTallApart = 0.75F;  // shares of the narrower extent that have to overlap …
constexpr float kTallTouching = 0.5F;
constexpr float kSmallApart = 0.5F;
constexpr float kSmallTouching = 0.2F;
constexpr float kSmallNext = 0.25F;
constexpr float kMark = 0.3F;        // a stroke this small is never a digit …
constexpr float kMarkReach = 0.35F;  // … and goes to what is this near
constexpr float kJoinReach = 0.2F;   // neighbours farther apart are never one digit
constexpr float kSurer = 0.3F;       // by which a reader has to be surer to be believed

bool isTall(const StrokePart& part) { return part.height >= kTall; }

// How strongly two strokes belong together; 0: not at all.
float bond(const std::vector<StrokePart>& parts, std::size_t i, std::size_t k) {
  const StrokePart& a = parts[i];
  const StrokePart& b = parts[k];
  if (a.points.empty() || b.points.empty()) return 0;
  const float share = overlap(a, b);
  if (share <= 0) return 0;
  const bool near = touch(a, b);
  const bool tall = isTall(a) && isTall(b);
  const bool next = std::max(i, k) - std::min(i, k) == 1;
  const float needed = tall ? (near ? kTallTouching : kTallApart)
                            : (near ? kSmallTouching : (next ? kSmallNext : kSmallApart));
  if (share < needed) return 0;
  return share + (near ? 1.0F : 0.0F) + (next ? 0.25F : 0.0F);
}

// Groups as a forest of parents.
class Groups {
public:
  explicit Groups(std::size_t count) : m_parent(count) {
    std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) const {
    while (m_parent[i] != i) i = m_parent[i];
    return i;
  }
  void join(std::size_t a, std::size_t b) { m_parent[root(b)] = root(a); }

private:
  std::vector<std::size_t> m_parent;
};

// Tall strokes go with all they are bound to, smaller ones only with what they are bound to most.
void joinBound(const std::vector<StrokePart>& parts, Groups& groups) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t best = i;
    float strongest = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      const float strength = i == k ? 0 : bond(parts, i, k);
      if (strength > 0 && isTall(parts[i]) && isTall(parts[k])) groups.join(i, k);
      if (strength <= strongest) continue;
      strongest = strength;
      best = k;
    }
    if (!isTall(parts[i])) groups.join(best, i);
  }
}

// Dots and dashes that are bound to nothing go to the nearest stroke.
void joinMarks(const std::vector<StrokePart>& parts, Groups& groups) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const StrokePart& mark = parts[i];
    if (mark.points.empty() || mark.height > kMark || mark.width() > kMark) continue;
    std::size_t nearest = i;
    float least = kMarkReach;
    bool bound = false;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (k == i || parts[k].points.empty()) continue;
      bound = bound || groups.root(k) == groups.root(i);
      const float gap = std::max(mark.left, parts[k].left) - std::min(mark.right, parts[k].right);
      if (gap >= least) continue;
      least = gap;
      nearest = k;
    }
    if (!bound) groups.join(nearest, i);
  }
}

std::pair<float, float> extent(const std::vector<StrokePart>& parts, const StrokeGroup& group) {
  float left = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  for (const int i : group) {
    left = std::min(left, parts[static_cast<std::size_t>(i)].left);
    right = std::max(right, parts[static_cast<std::size_t>(i)].right);
  }
  return {left, right};
}

std::vector<StrokeGroup> groupParts(const std::vector<StrokePart>& parts) {
  Groups groups(parts.size());
  joinBound(parts, groups);
  joinMarks(parts, groups);
  std::vector<StrokeGroup> byRoot(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!parts[i].points.empty()) byRoot[groups.root(i)].push_back(static_cast<int>(i));
  std::erase_if(byRoot, [](const StrokeGroup& group) { return group.empty(); });
  const auto middle = [&parts](const StrokeGroup& group) {
    const auto [left, right] = extent(parts, group);
    return left + right;
  };
  std::stable_sort(byRoot.begin(), byRoot.end(), [&](const StrokeGroup& a, const StrokeGroup& b) {
    return middle(a) < middle(b);
  });
  return byRoot;
}

StrokeGroup joined(const StrokeGroup& a, const StrokeGroup& b) {
  StrokeGroup both = a;
  both.insert(both.end(), b.begin(), b.end());
  std::sort(both.begin(), both.end());
  return both;
}

// A group cut in two from left to right.
struct GroupCut {
  StrokeGroup left;
  StrokeGroup right;
  float gain = 0;  // of the confidence
};

// Compares readings of groups.
struct Reader {
  const Ink& ink;
  const std::vector<StrokePart>& parts;
  const GlyphConfidence& confidence;

  float read(const StrokeGroup& group) const {
    return confidence(renderGlyph(selectStrokes(ink, group)));
  }

  GroupCut bestCut(const StrokeGroup& group) const {
    GroupCut best;
    if (group.size() < 2) return best;
    StrokeGroup order = group;
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
      return parts[static_cast<std::size_t>(a)].left < parts[static_cast<std::size_t>(b)].left;
    });
    const float whole = read(group);
    for (auto at = order.begin() + 1; whole + kSurer < 1 && at != order.end(); ++at) {
      const StrokeGroup left = joined(StrokeGroup(order.begin(), at), {});
      const StrokeGroup right = joined(StrokeGroup(at, order.end()), {});
      const float gain = std::min(read(left), read(right)) - whole;
      if (gain > best.gain) best = {left, right, gain};
    }
    return best;
  }

  float gainOfJoining(const StrokeGroup& a, const StrokeGroup& b) const {
    const auto [aLeft, aRight] = extent(parts, a);
    const auto [bLeft, bRight] = extent(parts, b);
    const float gap = std::max(aLeft, bLeft) - std::min(aRight, bRight);
    if (gap > kJoinReach) return 0;
    return read(joined(a, b)) - std::min(read(a), read(b));
  }
};

}  // namespace

std::vector<StrokeGroup> groupStrokes(const Ink& ink) { return groupParts(toParts(ink)); }

std::vector<StrokeGroup> groupStrokes(const Ink& ink, const GlyphConfidence& confidence) {
  const std::vector<StrokePart> parts = toParts(ink);
  const Reader reader{ink, parts, confidence};
  std::vector<StrokeGroup> groups;
  for (const StrokeGroup& group : groupParts(parts)) {
    const GroupCut cut = reader.bestCut(group);
    if (cut.gain < kSurer) {
      groups.push_back(group);
    } else {
      groups.push_back(cut.left);
      groups.push_back(cut.right);
    }
  }
  for (std::size_t i = 0; i + 1 < groups.size();) {
    if (reader.gainOfJoining(groups[i], groups[i + 1]) < kSurer) {
      ++i;
    } else {
      groups[i] = joined(groups[i], groups[i + 1]);
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
  return groups;
}

Ink selectStrokes(const Ink& ink, const StrokeGroup& group) {
  Ink selected;
  for (const int i : group) selected.push_back(ink[static_cast<std::size_t>(i)]);
  return selected;
}

}  // namespace inkling
