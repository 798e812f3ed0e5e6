// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipe/fieldmeaning.h"

#include <QCoreApplication>
#include <QHash>

namespace inkling::ui {

namespace {

struct Meaning {
  const char* path;
  const char* text;
};

constexpr const char* kContext = "FieldMeaning";

constexpr Meaning kMeanings[] = {
    {"data.set", QT_TRANSLATE_NOOP("FieldMeaning", "Name of a data set, or the path of one")},
    {"data.train_limit",
     QT_TRANSLATE_NOOP("FieldMeaning", "Training images used: all, count 1000 or first 1000")},
    {"data.validation",
     QT_TRANSLATE_NOOP("FieldMeaning",
                       "Held out of them: default, count 500, share 0.1 or last 500")},
    {"data.mean", QT_TRANSLATE_NOOP("FieldMeaning", "Taken off every pixel of 0 … 1")},
    {"data.std", QT_TRANSLATE_NOOP("FieldMeaning", "Then every pixel is divided by this")},
    {"data.shuffle", QT_TRANSLATE_NOOP("FieldMeaning", "A new order of the images every epoch")},
    {"data.balance",
     QT_TRANSLATE_NOOP("FieldMeaning", "For unequal classes: none, sampling or weights")},
    {"data.mend.grey", QT_TRANSLATE_NOOP("FieldMeaning", "Makes colours grey")},
    {"data.mend.stretch", QT_TRANSLATE_NOOP("FieldMeaning", "Makes the brightest pixel 255")},
    {"data.mend.invert", QT_TRANSLATE_NOOP("FieldMeaning", "Swaps black and white")},
    {"data.mend.transpose", QT_TRANSLATE_NOOP("FieldMeaning", "Swaps rows and columns")},
    {"data.mend.mirror", QT_TRANSLATE_NOOP("FieldMeaning", "Swaps left and right")},
    {"data.mend.rotate", QT_TRANSLATE_NOOP("FieldMeaning", "Rotates by 180°")},
    {"data.mend.blank", QT_TRANSLATE_NOOP("FieldMeaning", "Leaves out blank images")},
    {"data.mend.duplicates",
     QT_TRANSLATE_NOOP("FieldMeaning", "Leaves out training images that are test images as well")},
    {"data.mend.gaps", QT_TRANSLATE_NOOP("FieldMeaning", "Leaves out classes without images")},
    {"data.prepare",
     QT_TRANSLATE_NOOP("FieldMeaning",
                       "What becomes of pictures to read: digits, glyphs, photo, none or auto")},
    {"label_smoothing",
     QT_TRANSLATE_NOOP("FieldMeaning", "So much of each label is shared among all classes")},
    {"loss_clamp",
     QT_TRANSLATE_NOOP("FieldMeaning", "Reports losses as if no probability were smaller; 0: off")},
    {"optimizer.kind", QT_TRANSLATE_NOOP("FieldMeaning", "sgd, momentum, nesterov, adam or adamw")},
    {"optimizer.learning_rate",
     QT_TRANSLATE_NOOP("FieldMeaning", "Length of the steps; the schedule multiplies it")},
    {"optimizer.momentum",
     QT_TRANSLATE_NOOP("FieldMeaning", "momentum, nesterov: how much of the last step stays")},
    {"optimizer.beta1",
     QT_TRANSLATE_NOOP("FieldMeaning", "adam, adamw: memory of the mean gradient")},
    {"optimizer.beta2",
     QT_TRANSLATE_NOOP("FieldMeaning", "adam, adamw: memory of the squared gradient")},
    {"optimizer.epsilon",
     QT_TRANSLATE_NOOP("FieldMeaning", "adam, adamw: keeps the division from running away")},
    {"optimizer.weight_decay",
     QT_TRANSLATE_NOOP("FieldMeaning", "Draws the weights towards 0; biases are spared")},
    {"optimizer.clip_norm",
     QT_TRANSLATE_NOOP("FieldMeaning", "Shortens the gradient to this length; 0: off")},
    {"schedule.kind", QT_TRANSLATE_NOOP("FieldMeaning", "constant, step, cosine or one_cycle")},
    {"schedule.warmup",
     QT_TRANSLATE_NOOP("FieldMeaning", "one_cycle: share of the run that climbs to the peak")},
    {"schedule.start_factor",
     QT_TRANSLATE_NOOP("FieldMeaning", "one_cycle: factor on the learning rate at the start")},
    {"schedule.final_factor",
     QT_TRANSLATE_NOOP("FieldMeaning", "cosine, one_cycle: factor at the end")},
    {"schedule.step_epochs", QT_TRANSLATE_NOOP("FieldMeaning", "step: every so many epochs …")},
    {"schedule.step_factor",
     QT_TRANSLATE_NOOP("FieldMeaning", "… step: the rate is multiplied by this")},
    {"augment.enabled",
     QT_TRANSLATE_NOOP("FieldMeaning", "Vary the training images at random, each time anew")},
    {"augment.clean_share",
     QT_TRANSLATE_NOOP("FieldMeaning", "Share of the images that stay as they are")},
    {"augment.rotation", QT_TRANSLATE_NOOP("FieldMeaning", "Turn by up to so many degrees")},
    {"augment.scale", QT_TRANSLATE_NOOP("FieldMeaning", "Stretch or shrink by up to this share")},
    {"augment.shear", QT_TRANSLATE_NOOP("FieldMeaning", "Slant by up to this tangent")},
    {"augment.shift", QT_TRANSLATE_NOOP("FieldMeaning", "Move by up to so many pixels")},
    {"augment.elastic", QT_TRANSLATE_NOOP("FieldMeaning", "Bend like rubber, by so many pixels")},
    {"augment.stroke_min",
     QT_TRANSLATE_NOOP("FieldMeaning", "Thinnest stroke aimed at, in pixels; 0: off")},
    {"augment.stroke_max",
     QT_TRANSLATE_NOOP("FieldMeaning", "Thickest stroke aimed at, in pixels")},
    {"augment.contrast",
     QT_TRANSLATE_NOOP("FieldMeaning", "Fainter or stronger ink by up to this share")},
    {"augment.gaps", QT_TRANSLATE_NOOP("FieldMeaning", "Chance of a small gap in the stroke")},
    {"augment.blots",
     QT_TRANSLATE_NOOP("FieldMeaning", "Chance that narrow gaps and small loops fill with ink")},
    {"augment.variants",
     QT_TRANSLATE_NOOP("FieldMeaning", "Chance of a slashed 0, a barred 7, a 1 with serifs")},
    {"augment.synthetic",
     QT_TRANSLATE_NOOP("FieldMeaning", "Share replaced by drawn digits of the same label")},
    {"augment.scribbles",
     QT_TRANSLATE_NOOP("FieldMeaning", "Share replaced by scribbles, to be unsure of")},
    {"augment.refit",
     QT_TRANSLATE_NOOP("FieldMeaning", "Fit the varied digit into its box again, and centre it")},
    {"batch", QT_TRANSLATE_NOOP("FieldMeaning", "Images a step")},
    {"epochs", QT_TRANSLATE_NOOP("FieldMeaning", "How often all training images are gone through")},
    {"seed", QT_TRANSLATE_NOOP("FieldMeaning", "Start of all randomness: same seed, same run")},
    {"average_decay",
     QT_TRANSLATE_NOOP("FieldMeaning", "Moving average of the weights, such as 0.999; 0: off")},
    {"early_stopping",
     QT_TRANSLATE_NOOP("FieldMeaning",
                       "Stop after so many epochs without a better validation loss; 0: off")},
    {"evaluate_train",
     QT_TRANSLATE_NOOP("FieldMeaning", "Measure all training images after every epoch")},
    {"evaluate_test",
     QT_TRANSLATE_NOOP("FieldMeaning", "Also measure the test set after every epoch")},
    {"report_every", QT_TRANSLATE_NOOP("FieldMeaning", "Also report every so many steps; 0: off")},
};

}  // namespace

QString fieldMeaning(const QString& path) {
  static const QHash<QString, const char*> kTexts = [] {
    QHash<QString, const char*> texts;
    for (const Meaning& each : kMeanings) texts.insert(QLatin1String(each.path), each.text);
    return texts;
  }();
  const char* text = kTexts.value(path);
  return text ? QCoreApplication::translate(kContext, text) : QString();
}

}  // namespace inkling::ui
