// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"
#include "core/train/observer.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace inkling {

/// Where a run stands at the end of an epoch.
struct EpochStatus {
  Position position;
  int epochs = 0;  ///< planned
  const EpochRecord& record;
};

/// One reason to end a run. Asked after every epoch.
class StopRule {
public:
  virtual ~StopRule() = default;
  virtual std::optional<StopReason> check(const EpochStatus& status) = 0;
};

/// All planned epochs are done.
class PlannedEpochs final : public StopRule {
public:
  std::optional<StopReason> check(const EpochStatus& status) override {
    if (status.position.epoch >= status.epochs) return StopReason::Finished;
    return std::nullopt;
  }
};

/// No lower validation loss (training loss where nothing is held out) for `patience` epochs. What
/// it remembers is part of the checkpoint.
class EarlyStopping final : public StopRule {
public:
  EarlyStopping(int patience, double& bestLoss, int& epochsSinceBest)
      : m_patience(patience),
        m_bestLoss(bestLoss),
        m_since(epochsSinceBest) {}
  std::optional<StopReason> check(const EpochStatus& status) override {
    const Score& held = status.record.validation;
    const double loss = held.count > 0 ? held.loss : status.record.train.loss;
    if (status.position.epoch == 1 || loss < m_bestLoss) {
      m_bestLoss = loss;
      m_since = 0;
      return std::nullopt;
    }
    if (++m_since >= m_patience) return StopReason::EarlyStopped;
    return std::nullopt;
  }

private:
  int m_patience;
  double& m_bestLoss;
  int& m_since;
};

/// The first reason that a rule of the chain gives; every rule is asked.
class StopRules {
public:
  void add(std::unique_ptr<StopRule> rule) { m_rules.push_back(std::move(rule)); }
  std::optional<StopReason> check(const EpochStatus& status) {
    std::optional<StopReason> first;
    for (const auto& rule : m_rules) {
      const auto reason = rule->check(status);
      if (!first) first = reason;
    }
    return first;
  }

private:
  std::vector<std::unique_ptr<StopRule>> m_rules;
};

}  // namespace inkling
