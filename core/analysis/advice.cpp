// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/advice.h"

#include "core/analysis/advicenumbers.h"
#include "core/analysis/usualrates.h"
#include "core/base/grouped.h"
#include "core/recipe/livefields.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

/// Batches to look at before anything is said.
constexpr long kEnoughSteps = BatchWatch::kBatches;
/// Above this share of the loss of guessing, nothing has been learnt.
constexpr double kLearntNothing = 0.97;
constexpr double kAboutGuessing = 1.1;
/// Worse than guessing by this factor: the weights are thrown about.
constexpr double kFarAbove = 2;
constexpr double kNearGuessing = 2;  ///< times the accuracy of guessing
constexpr double kManyDead = 0.3;
constexpr double kNearlyAllDead = 0.9;
constexpr int kPatience = 3;           ///< epochs
constexpr double kClearlyWorse = 1.1;  ///< validation loss over its best
constexpr double kClimbed = 1.3;       ///< training loss over its best
constexpr double kSlow = 0.03;         ///< share of the loss that an epoch takes away

/// The rules; each says at most one thing.
class Rules {
public:
  explicit Rules(const RunSigns& signs)
      : m_signs(signs),
        m_epochs(signs.history.epochs),
        m_guessing(std::log(static_cast<double>(signs.classes))),
        m_rate(rateInForce(signs.recipe)),
        m_usual(usualRates(signs.recipe)) {}

  std::vector<Advice> all() {
    // Where the training as such has failed, nothing else is worth saying.
    if (diverged() || (zeroWeights() < 0 && deadRelus(kNearlyAllDead)) || rateTooLarge() ||
        notLearning())
      return m_found;
    rateTooSmall();
    overfitting();
    deadRelus(kManyDead);
    return m_found;
  }

private:
  static double rateInForce(const Recipe& recipe) { return valueInTheEnd(recipe, kLiveRate); }

  double smallerRate() const { return plain(std::min(m_rate / 10, m_usual.high)); }
  FieldChange rateChange(double rate) const { return {"optimizer.learning_rate", numeral(rate)}; }
  std::string instead(double rate) const {
    return "a learning rate of " + shown(rate) + " instead of " + shown(m_rate);
  }
  bool measured() const { return !m_epochs.empty() || m_signs.batches.steps >= kEnoughSteps; }

  /// Loss and accuracy of late: of the latest batches or the last epoch, whichever is worse.
  Score lately() const {
    const BatchStatistics& batches = m_signs.batches;
    Score score;
    if (batches.steps >= kEnoughSteps) score = {batches.recentLoss, batches.recentAccuracy, 1};
    if (!m_epochs.empty() && !(m_epochs.back().train.loss <= score.loss))
      score = m_epochs.back().train;
    return score;
  }

  bool guessing(const Score& score) const {
    return score.count > 0 && score.accuracy < kNearGuessing / m_signs.classes;
  }

  /// The highest loss of an epoch that was no better than guessing; 0: there was none. A schedule
  /// that ends at 0 brings the loss of a wrecked network back down.
  double peak() const {
    double highest = 0;
    for (const EpochRecord& epoch : m_epochs)
      for (const Score& score : {epoch.train, epoch.validation})
        if (guessing(score)) highest = std::max(highest, score.loss);
    return highest;
  }

  bool diverged() {
    const Score score = lately();
    const bool ended = m_signs.ended == StopReason::Diverged;
    const bool far = !(score.loss <= kFarAbove * m_guessing);
    const bool wasFar = peak() > kFarAbove * m_guessing && peak() > score.loss;
    const bool thrown = m_rate > m_usual.low && guessing(score) && (far || wasFar);
    if (!ended && !thrown) return false;
    const double rate = smallerRate();
    Advice advice{
        AdviceKind::Diverged,
        "The run diverged: the loss is no longer a finite number.",
        {{"loss", score.loss}, {"guessing", m_guessing}, {"rate", m_rate}, {"suggested", rate}},
        {rateChange(rate)}};
    if (!ended && wasFar) advice.numbers["peak"] = peak();
    if (!ended)
      advice.sentence = "The run has diverged: the loss " +
                        (wasFar ? "rose to " + shown(peak()) : "is " + shown(score.loss)) +
                        ", and pure guessing has " + shown(m_guessing) + ".";
    advice.sentence += " The steps are far too large: try " + instead(rate) + ".";
    m_found.push_back(std::move(advice));
    return true;
  }

  bool rateTooLarge() {
    const BatchStatistics& batches = m_signs.batches;
    const bool aboveGuessing = m_rate > m_usual.low && batches.steps >= kEnoughSteps &&
                               batches.recentLoss > kFarAbove * m_guessing &&
                               !(batches.recentLoss < batches.firstLoss / kFarAbove);
    const bool climbed = m_epochs.size() >= 2 && m_rate > m_usual.low &&
                         m_epochs.back().train.loss > kClimbed * lowestTrainLoss() &&
                         m_epochs.back().train.loss > m_guessing / 10;
    if (!aboveGuessing && !climbed) return false;
    const double rate = smallerRate();
    const double reference = aboveGuessing ? m_guessing : lowestTrainLoss();
    const double loss = aboveGuessing ? batches.recentLoss : m_epochs.back().train.loss;
    m_found.push_back({AdviceKind::RateTooLarge,
                       "The training loss is " + shown(loss) +
                           (aboveGuessing ? ", above the " : ", but was already at ") +
                           shown(reference) + (aboveGuessing ? " of pure guessing" : "") +
                           ": the steps are too large. Try " + instead(rate) + ".",
                       {{"loss", loss},
                        {aboveGuessing ? "guessing" : "best", reference},
                        {"rate", m_rate},
                        {"suggested", rate}},
                       {rateChange(rate)}});
    return true;
  }

  double lowestTrainLoss() const {
    return std::ranges::min_element(m_epochs, {}, [](const EpochRecord& e) { return e.train.loss; })
        ->train.loss;
  }

  bool notLearning() {
    if (m_epochs.empty()) return false;
    const auto& [loss, accuracy, count] = m_epochs.back().train;
    const bool guesses =
        loss < kAboutGuessing * m_guessing || accuracy < kNearGuessing / m_signs.classes;
    if (loss <= kLearntNothing * m_guessing || !guesses) return false;
    Advice advice{AdviceKind::NotLearning, {}, {{"loss", loss}, {"guessing", m_guessing}}, {}};
    const std::string seen = "Barely learning: after " + std::to_string(m_epochs.size()) +
                             (m_epochs.size() == 1 ? " epoch" : " epochs") + " the loss is " +
                             shown(loss) + ", and pure guessing has " + shown(m_guessing) + ". ";
    if (m_rate < m_usual.low) {
      suggestLarger(advice, seen);
    } else if (zeroWeights() >= 0) {
      advice.sentence = seen +
                        "All units of a layer whose weights start at 0 stay alike: draw "
                        "them at random.";
      advice.changes = {
          {"layers[" + std::to_string(zeroWeights()) + "].weight_init.kind", "he_normal"}};
    } else {
      const double rate = smallerRate();
      advice.numbers.insert({{"rate", m_rate}, {"suggested", rate}});
      advice.sentence = seen + "Try " + instead(rate) + ", or He initialisation.";
      advice.changes = {rateChange(rate)};
    }
    m_found.push_back(std::move(advice));
    return true;
  }

  void suggestLarger(Advice& advice, const std::string& seen) const {
    const double low = plain(std::max(1.0, m_usual.low / m_rate));
    const double high = plain(m_usual.high / m_rate);
    const double rate = plain(m_usual.high);
    advice.sentence = seen + "Try a learning rate " + grouped(std::lround(low)) + "–" +
                      grouped(std::lround(high)) + " times larger, such as " + shown(rate) + ".";
    advice.numbers.insert(
        {{"rate", m_rate}, {"factor_low", low}, {"factor_high", high}, {"suggested", rate}});
    advice.changes = {rateChange(rate)};
  }

  /// A layer whose weights start at 0 although another one follows; −1: none.
  int zeroWeights() const {
    int found = -1;
    int weighted = 0;
    for (std::size_t i = 0; i < m_signs.recipe.layers.size(); ++i) {
      const LayerSpec& layer = m_signs.recipe.layers[i];
      if (layer.kind != LayerKind::Dense && layer.kind != LayerKind::Conv2d) continue;
      ++weighted;
      const bool zero = layer.weightInit.kind == InitKind::Zeros || layer.weightInit.scale == 0;
      if (zero && found < 0) found = static_cast<int>(i);
    }
    return weighted > 1 ? found : -1;
  }

  void rateTooSmall() {
    const auto count = static_cast<int>(m_epochs.size());
    if (count < kPatience || m_rate >= m_usual.low) return;
    const double before = m_epochs[static_cast<std::size_t>(count - kPatience)].train.loss;
    const double loss = m_epochs.back().train.loss;
    const double drop = 1 - std::pow(loss / before, 1.0 / (kPatience - 1));
    if (drop <= 0 || drop > kSlow || loss < m_guessing / 10) return;
    const double rate = plain(std::min(10 * m_rate, m_usual.high));
    m_found.push_back({AdviceKind::RateTooSmall,
                       "Learning slowly: an epoch takes only " + percent(drop) +
                           " off the training loss. Try " + instead(rate) + ".",
                       {{"drop", drop}, {"rate", m_rate}, {"suggested", rate}},
                       {rateChange(rate)}});
  }

  void overfitting() {
    const int best = m_signs.history.best();
    if (best < 0 || m_epochs.back().validation.count == 0) return;
    const EpochRecord& then = m_epochs[static_cast<std::size_t>(best)];
    const EpochRecord& now = m_epochs.back();
    const int since = now.epoch - then.epoch;
    if (since < kPatience || now.validation.loss < kClearlyWorse * then.validation.loss ||
        now.train.loss >= then.train.loss)
      return;
    m_found.push_back({AdviceKind::Overfitting,
                       "Overfitting: the validation loss was lowest after epoch " +
                           std::to_string(then.epoch) + " (" + shown(then.validation.loss) +
                           ") and is now " + shown(now.validation.loss) +
                           ", while the training loss fell to " + shown(now.train.loss) +
                           ". Stop early, or train with augmentation or dropout.",
                       {{"best_epoch", then.epoch},
                        {"best_loss", then.validation.loss},
                        {"loss", now.validation.loss},
                        {"train_loss", now.train.loss},
                        {"epochs", since}},
                       {{"early_stopping", std::to_string(kPatience)}}});
  }

  bool deadRelus(double above) {
    if (!measured()) return false;
    const auto share = [](const ReluHealth& r) {
      return r.units > 0 ? static_cast<double>(r.dead) / r.units : 0.0;
    };
    const auto& relus = m_signs.health.relus;
    const auto worst = std::ranges::max_element(relus, {}, share);
    if (worst == relus.end() || share(*worst) <= above) return false;
    Advice advice{AdviceKind::DeadRelus,
                  percent(share(*worst)) + " of the units of layer " +
                      std::to_string(worst->layer + 1) +
                      " (ReLU) are dead: they answer 0 to every image and cannot learn any more. ",
                  {{"layer", worst->layer}, {"share", share(*worst)}, {"units", worst->units}},
                  {}};
    if (m_rate > m_usual.low) {
      const double rate = smallerRate();
      advice.sentence += "Try " + instead(rate) + ".";
      advice.numbers.insert({{"rate", m_rate}, {"suggested", rate}});
      advice.changes = {rateChange(rate)};
    } else {
      advice.sentence += "Try He initialisation.";
      advice.changes = heBefore(worst->layer);
    }
    m_found.push_back(std::move(advice));
    return true;
  }

  /// He initialisation for the last layer with weights before `layer`.
  std::vector<FieldChange> heBefore(int layer) const {
    for (int i = layer - 1; i >= 0; --i) {
      const LayerKind kind = m_signs.recipe.layers[static_cast<std::size_t>(i)].kind;
      const std::string init = "layers[" + std::to_string(i) + "].weight_init.";
      if (kind == LayerKind::Dense || kind == LayerKind::Conv2d)
        return {{init + "kind", "he_normal"}, {init + "scale", "1"}};
    }
    return {};
  }

  const RunSigns& m_signs;
  const std::vector<EpochRecord>& m_epochs;
  double m_guessing;  ///< loss of saying the same about every class
  double m_rate;
  RateRange m_usual;
  std::vector<Advice> m_found;
};

}  // namespace

std::vector<Advice> adviceFor(const RunSigns& signs) { return Rules(signs).all(); }

}  // namespace inkling
