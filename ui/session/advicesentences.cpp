// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/advicesentences.h"

#include "ui/session/sentences.h"
#include "ui/widgets/percenttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

namespace inkling::ui {

namespace {

class AdviceSentences {
  Q_DECLARE_TR_FUNCTIONS(AdviceSentences)
public:
  explicit AdviceSentences(const Advice& advice) : m_advice(advice) {}

  QString sentence() const {
    switch (m_advice.kind) {
      case AdviceKind::Diverged:
        return diverged();
      case AdviceKind::NotLearning:
        return notLearning();
      case AdviceKind::RateTooLarge:
        return rateTooLarge();
      case AdviceKind::RateTooSmall:
        return tr("Learning slowly: an epoch takes only %1 off the training loss. %2")
            .arg(percentText(static_cast<float>(number("drop"))), tryRate());
      case AdviceKind::Overfitting:
        return tr("Overfitting: the validation loss was lowest after epoch %1 (%2) and is now %3, "
                  "while the training loss fell to %4. Stop early, or train with augmentation or "
                  "dropout.")
            .arg(text("best_epoch"), text("best_loss"), text("loss"), text("train_loss"));
      case AdviceKind::DeadRelus:
        return deadRelus();
    }
    return {};
  }

  QString button() const {
    if (m_advice.changes.empty()) return {};
    const FieldChange& change = m_advice.changes.front();
    if (change.field == "optimizer.learning_rate")
      return tr("Set the learning rate to %1").arg(text("suggested"));
    if (change.field == "early_stopping") return tr("Turn on early stopping");
    return tr("Use He initialisation");
  }

  QString done() const {
    const FieldChange& change = m_advice.changes.front();
    if (change.field == "optimizer.learning_rate")
      return tr("The learning rate is %1 now.").arg(text("suggested"));
    if (change.field == "early_stopping") return tr("Early stopping is on now.");
    return tr("He initialisation is chosen now.");
  }

  static QString accuracy(double published, double here) {
    return tr("Test accuracy: notebook %1 · here %2").arg(percent(published), percent(here));
  }
  static QString loss(double published, double here) {
    return tr("Test loss: notebook %1 · here %2").arg(shown(published), shown(here));
  }

private:
  /// 1000 as "1,000", not as "1E+03".
  static QString shown(double value) {
    constexpr double kLargest = 1e7;
    return value >= 999.5 && value < kLargest ? QLocale().toString(qlonglong(std::llround(value)))
                                              : QLocale().toString(value, 'g', 3);
  }
  double number(const char* name) const {
    const auto found = m_advice.numbers.find(name);
    return found == m_advice.numbers.end() ? NAN : found->second;
  }
  bool has(const char* name) const { return m_advice.numbers.contains(name); }
  QString text(const char* name) const { return shown(number(name)); }
  /// Whole numbers with their thousands apart.
  QString whole(const char* name) const {
    return QLocale().toString(static_cast<qlonglong>(std::llround(number(name))));
  }
  QString tryRate() const {
    return tr("Try a learning rate of %1 instead of %2.").arg(text("suggested"), text("rate"));
  }

  QString diverged() const {
    const QString seen =
        has("peak") ? tr("Diverged: the loss rose to %1, while pure guessing has %2.")
                          .arg(text("peak"), text("guessing"))
        : std::isfinite(number("loss"))
            ? tr("Diverged: the loss is %1, and pure guessing has %2.")
                  .arg(text("loss"), text("guessing"))
            : tr("Diverged: the loss is no longer a number, and pure guessing has %1.")
                  .arg(text("guessing"));
    return tr("%1 The steps are far too large. %2").arg(seen, tryRate());
  }

  QString notLearning() const {
    const QString seen = tr("Barely learning: the loss is %1, and pure guessing has %2.")
                             .arg(QLocale().toString(number("loss"), 'f', 3),
                                  QLocale().toString(number("guessing"), 'f', 3));
    return tr("%1 %2", "two sentences").arg(seen, wayToLearn());
  }

  QString wayToLearn() const {
    if (has("factor_low"))
      return tr("Try a learning rate %1–%2 times larger, such as %3.")
          .arg(whole("factor_low"), whole("factor_high"), text("suggested"));
    if (!has("suggested"))
      return tr("All units of a layer whose weights start at 0 stay alike: draw them at random.");
    return tr("Try a learning rate of %1 instead of %2, or He initialisation.")
        .arg(text("suggested"), text("rate"));
  }

  QString rateTooLarge() const {
    const QString seen =
        has("guessing") ? tr("The training loss is %1, above the %2 of pure guessing: the steps "
                             "are too large.")
                              .arg(text("loss"), text("guessing"))
                        : tr("The training loss is %1, but was already at %2: the steps are too "
                             "large.")
                              .arg(text("loss"), text("best"));
    return tr("%1 %2", "two sentences").arg(seen, tryRate());
  }

  QString deadRelus() const {
    const QString seen = tr("%1 of the units of layer %2 (ReLU) are dead: they answer 0 to every "
                            "image and cannot learn any more.")
                             .arg(percentText(static_cast<float>(number("share"))))
                             .arg(std::lround(number("layer")) + 1);
    return tr("%1 %2", "two sentences")
        .arg(seen, has("suggested") ? tryRate() : tr("Try He initialisation."));
  }

  const Advice& m_advice;
};

/// What the test set said at the end of that epoch, or of the run; count 0: not measured.
Score testAt(const History& history, int epoch) {
  if (epoch == 0) return history.test;
  const auto found = std::ranges::find(history.epochs, epoch, &EpochRecord::epoch);
  if (found == history.epochs.end()) return {};
  const bool last = found + 1 == history.epochs.end();
  return found->test.count == 0 && last ? history.test : found->test;
}

/// Of several figures the one for the latest epoch that was reached, the end being the latest.
const PublishedFigure* latest(const Recipe& recipe, const History& history, const char* quantity) {
  const PublishedFigure* best = nullptr;
  for (const PublishedFigure& figure : recipe.published) {
    if (figure.quantity != quantity || testAt(history, figure.epoch).count == 0) continue;
    if (!best || figure.epoch == 0 || (best->epoch != 0 && figure.epoch > best->epoch))
      best = &figure;
  }
  return best;
}

}  // namespace

QString adviceSentence(const Advice& advice) { return AdviceSentences(advice).sentence(); }

QString adviceButton(const Advice& advice) { return AdviceSentences(advice).button(); }

QString adviceDone(const Advice& advice) { return AdviceSentences(advice).done(); }

QString figuresSentence(const Recipe& recipe, const History& history) {
  QStringList parts;
  if (const auto* figure = latest(recipe, history, "test_accuracy"))
    parts << AdviceSentences::accuracy(figure->value, testAt(history, figure->epoch).accuracy);
  if (const auto* figure = latest(recipe, history, "test_loss"))
    parts << AdviceSentences::loss(figure->value, testAt(history, figure->epoch).loss);
  return parts.join(QStringLiteral("   "));
}

}  // namespace inkling::ui
