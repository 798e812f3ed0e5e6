// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/sentences.h"

#include "core/recipe/recipelibrary.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace inkling::ui {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Sentences", text); }

QString number(long n) { return QLocale().toString(static_cast<qlonglong>(n)); }

/// "97.6 % on validation, 97.9 % on test", as far as measured.
QString results(const Summary& summary) {
  QStringList parts;
  if (!summary.history.epochs.empty()) {
    const EpochRecord& last = summary.history.epochs.back();
    if (last.validation.count > 0)
      parts << say(QT_TRANSLATE_NOOP("Sentences", "%1 on validation"))
                   .arg(percent(last.validation.accuracy));
    else
      parts << say(QT_TRANSLATE_NOOP("Sentences", "%1 on the training images"))
                   .arg(percent(last.train.accuracy));
  }
  if (summary.history.test.count > 0)
    parts << say(QT_TRANSLATE_NOOP("Sentences", "%1 on test"))
                 .arg(percent(summary.history.test.accuracy));
  return parts.join(say(QT_TRANSLATE_NOOP("Sentences", ", ")));
}

QString where(const Position& position) {
  if (position.step == 0)
    return say(QT_TRANSLATE_NOOP("Sentences", "after epoch %1")).arg(number(position.epoch));
  return say(QT_TRANSLATE_NOOP("Sentences", "in epoch %1, after %2 of its batches"))
      .arg(number(position.epoch + 1), number(position.step));
}

/// " Steps 401 to 500: loss 0.512, accuracy 84.00 %.", empty if there are no step reports.
QString newestSteps(const Training& training) {
  const auto& report = training.stepReport();
  if (!report) return {};
  return say(QT_TRANSLATE_NOOP("Sentences", " Steps %1 to %2: loss %3, accuracy %4."))
      .arg(number(report->step - report->count + 1), number(report->step),
           QLocale().toString(report->loss, 'f', 3), percent(report->accuracy));
}

QString pausedSentence(const Training& training) {
  const QString place = where(training.progress().position);
  const QString steps = newestSteps(training);
  if (!steps.isEmpty()) return say(QT_TRANSLATE_NOOP("Sentences", "Paused %1.")).arg(place) + steps;
  return say(QT_TRANSLATE_NOOP(
                 "Sentences",
                 "Paused %1. Change the learning rate, take a single step, or resume."))
      .arg(place);
}

/// Of trained weights from a file.
QString openedSentence(const Position& position) {
  if (position == Position{})
    return say(QT_TRANSLATE_NOOP(
        "Sentences", "These weights are in use. Press Continue to train them further."));
  return say(QT_TRANSLATE_NOOP("Sentences",
                               "This model was saved %1. Press Continue to train it further."))
      .arg(where(position));
}

QString endedSentence(const Session& session, const Summary& summary) {
  QString ended = summarySentence(summary);
  if (summary.reason == StopReason::Diverged) return ended;
  if (summary.history.test.count > 0 && session.data() && session.data()->testDrawn)
    ended += QLatin1Char(' ') + testDrawnSentence();
  return ended + newestSteps(session.training());
}

QString idleSentence(const Session& session) {
  const QString train = number(session.split().train.count());
  const QString held = number(session.split().validation.count());
  const QString ready =
      session.split().validation.count() > 0
          ? say(QT_TRANSLATE_NOOP(
                    "Sentences",
                    "Ready: %1 images to train on, %2 held out for validation. Press Train."))
                .arg(train, held)
          : say(QT_TRANSLATE_NOOP("Sentences", "Ready: %1 images to train on. Press Train."))
                .arg(train);
  if (!session.model() || !session.modelIsBundled()) return ready;
  return ready +
         say(QT_TRANSLATE_NOOP("Sentences", " Until then a trained model reads what you draw."));
}

}  // namespace

QString testDrawnSentence() {
  return say(QT_TRANSLATE_NOOP("Sentences",
                               "This set has no test images: a tenth of its training images was "
                               "set aside for testing."));
}

QString percent(double share) {
  // Never rounded up to a perfect score.
  const double shown = share < 1 ? std::min(share * 100, 99.99) : 100;
  return say(QT_TRANSLATE_NOOP("Sentences", "%1 %")).arg(QLocale().toString(shown, 'f', 2));
}

QString duration(double seconds) {
  const long s = std::lround(seconds);
  if (s < 60) return say(QT_TRANSLATE_NOOP("Sentences", "%1 s")).arg(s);
  if (s < 3600)
    return say(QT_TRANSLATE_NOOP("Sentences", "%1 min %2 s"))
        .arg(s / 60)
        .arg(s % 60, 2, 10, QLatin1Char('0'));
  return say(QT_TRANSLATE_NOOP("Sentences", "%1 h %2 min"))
      .arg(s / 3600)
      .arg(s / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString shortNumber(double number) {
  if (number >= 999'500) return QLocale().toString(number / 1e6, 'f', 1) + QLatin1Char('M');
  if (number >= 9'995) return QLocale().toString(number / 1e3, 'f', 0) + QLatin1Char('k');
  if (number >= 999.5) return QLocale().toString(number / 1e3, 'f', 1) + QLatin1Char('k');
  return QLocale().toString(number, 'f', 0);
}

QString summarySentence(const Summary& summary) {
  QString sentence;
  switch (summary.reason) {
    case StopReason::Finished:
      sentence = say(QT_TRANSLATE_NOOP("Sentences", "Finished after epoch %1"))
                     .arg(number(summary.position.epoch));
      break;
    case StopReason::Stopped:
      sentence = say(QT_TRANSLATE_NOOP("Sentences", "Stopped %1")).arg(where(summary.position));
      break;
    case StopReason::EarlyStopped:
      sentence =
          say(QT_TRANSLATE_NOOP("Sentences",
                                "Stopped by itself after epoch %1, as validation got no better"))
              .arg(number(summary.position.epoch));
      break;
    case StopReason::Diverged:
      return say(QT_TRANSLATE_NOOP("Sentences",
                                   "Diverged in epoch %1: the loss is no longer a number. The last "
                                   "finite weights are "
                                   "kept. Try a learning rate ten times smaller, then Rewind."))
          .arg(number(summary.position.epoch + 1));
  }
  const QString measured = results(summary);
  if (measured.isEmpty()) return say(QT_TRANSLATE_NOOP("Sentences", "%1.")).arg(sentence);
  return say(QT_TRANSLATE_NOOP("Sentences", "%1: %2.")).arg(sentence, measured);
}

QString statusSentence(const Session& session) {
  const Training& training = session.training();
  const Progress& progress = training.progress();
  switch (training.state()) {
    case Training::State::Running:
      return say(QT_TRANSLATE_NOOP("Sentences", "Training: epoch %1 of %2."))
                 .arg(number(std::min(progress.position.epoch + 1, std::max(1, progress.epochs))),
                      number(std::max(1, progress.epochs))) +
             newestSteps(training);
    case Training::State::Paused:
      return pausedSentence(training);
    case Training::State::Stopped:
      if (!training.summary())
        return say(QT_TRANSLATE_NOOP(
                       "Sentences",
                       "This model was saved %1 of %2. Press Continue to go on exactly there."))
            .arg(where(progress.position), number(progress.epochs));
      [[fallthrough]];
    case Training::State::Finished:
      if (training.summary()) return endedSentence(session, *training.summary());
      return openedSentence(progress.position);
    case Training::State::Idle:
      break;
  }
  if (session.loading())
    return say(QT_TRANSLATE_NOOP("Sentences", "Loading %1 …"))
        .arg(QString::fromStdString(session.recipe().data.set));
  if (!session.data())
    return say(QT_TRANSLATE_NOOP(
        "Sentences", "There are no images to train on: choose a data set or open a data folder."));
  return idleSentence(session);
}

QString warningSentence(const DataWarning& warning, const std::vector<std::string>& classNames) {
  const char* const sentences[] = {
      QT_TRANSLATE_NOOP("Sentences",
                        "The training images lack %1 of the %2 classes: none is of %3."),
      QT_TRANSLATE_NOOP("Sentences",
                        "The validation images lack %1 of the %2 classes: none is of %3."),
      QT_TRANSLATE_NOOP("Sentences", "The test images lack %1 of the %2 classes: none is of %3.")};
  return say(sentences[static_cast<std::size_t>(warning.part)])
      .arg(number(static_cast<long>(warning.missing.size())), number(warning.classes),
           QString::fromStdString(missingNames(warning, classNames)));
}

QString problemSentence(const DataProblem& problem) {
  static const std::map<std::string, const char*> kSentences = {
      {"label-gaps", QT_TRANSLATE_NOOP("Sentences",
                                       "No image has the label %1: %2 of the %3 classes would be "
                                       "learnt for nothing.")},
      {"missing-classes",
       QT_TRANSLATE_NOOP("Sentences",
                         "There are no training images of %1 of the %2 classes (%3).")},
      {"untested-classes",
       QT_TRANSLATE_NOOP("Sentences", "There are no test images of %1 of the %2 classes (%3).")},
      {"narrow-range",
       QT_TRANSLATE_NOOP("Sentences", "The brightest pixel of all training images is %1 of 255.")},
      {"inverted", QT_TRANSLATE_NOOP("Sentences",
                                     "%1 % of the training images are dark on white; MNIST's are "
                                     "white on black, as are digits drawn here.")},
      {"transposed", QT_TRANSLATE_NOOP("Sentences",
                                       "The digits seem to be transposed: on average they are more "
                                       "like MNIST's with rows and columns swapped.")},
      {"mirrored", QT_TRANSLATE_NOOP("Sentences",
                                     "The digits seem to be mirrored: on average they are more "
                                     "like MNIST's with left and right swapped.")},
      {"rotated", QT_TRANSLATE_NOOP("Sentences",
                                    "The digits seem to stand upside down: on average they are "
                                    "more like MNIST's rotated by 180°.")},
      {"duplicates", QT_TRANSLATE_NOOP("Sentences",
                                       "%1 of the %2 test images are training images as well: what "
                                       "a network learnt by heart counts as read.")},
      {"blank-images",
       QT_TRANSLATE_NOOP("Sentences",
                         "%1 of the %2 training images and %3 of the %4 test images "
                         "are blank.")},
      {"unequal-classes",
       QT_TRANSLATE_NOOP("Sentences",
                         "There are %1 training images of %2, but %3 of %4: rare "
                         "classes are read worse, unless they are learnt as often.")},
      {"in-order", QT_TRANSLATE_NOOP("Sentences",
                                     "The training images stand in order of their classes: they "
                                     "must be shuffled, and those to hold out drawn, not the "
                                     "last.")}};
  const auto known = kSentences.find(problem.code);
  if (known == kSentences.end()) return QString::fromStdString(problem.sentence);
  QString sentence = say(known->second);
  for (const std::string& value : problem.values)
    sentence = sentence.arg(QString::fromStdString(value));
  return sentence;
}

QString mendingWords(const DataProblem& problem) {
  static const std::map<std::string, const char*> kWords = {
      {"label-gaps", QT_TRANSLATE_NOOP("Sentences", "Leave these classes out")},
      {"narrow-range", QT_TRANSLATE_NOOP("Sentences", "Stretch to 0 … 255")},
      {"inverted", QT_TRANSLATE_NOOP("Sentences", "Swap black and white")},
      {"transposed", QT_TRANSLATE_NOOP("Sentences", "Swap rows and columns")},
      {"mirrored", QT_TRANSLATE_NOOP("Sentences", "Swap left and right")},
      {"rotated", QT_TRANSLATE_NOOP("Sentences", "Rotate by 180°")},
      {"duplicates", QT_TRANSLATE_NOOP("Sentences", "Leave them out of training")},
      {"blank-images", QT_TRANSLATE_NOOP("Sentences", "Leave them out")},
      {"unequal-classes", QT_TRANSLATE_NOOP("Sentences", "Draw all classes equally often")},
      {"in-order", QT_TRANSLATE_NOOP("Sentences", "Shuffle and draw")}};
  const auto known = kWords.find(problem.code);
  return known == kWords.end() ? QString() : say(known->second);
}

QString inWindowLanguage(const std::map<std::string, std::string>& texts) {
  return QString::fromStdString(inLanguage(texts, QLocale().name().toStdString()));
}

QString titleOf(const Recipe& recipe) {
  const QString title = inWindowLanguage(recipe.title);
  return title.isEmpty() ? QString::fromStdString(recipe.name) : title;
}

}  // namespace inkling::ui
