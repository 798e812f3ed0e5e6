// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/fieldkinds.h"
#include "core/recipe/livefields.h"
#include "core/recipe/recipe.h"

namespace inkling {

// The one table of a recipe's fields: for each the name in the file, the member and what is
// allowed. Writing, reading, checking, setting by path and comparing are visitors of it. A visitor
// is called as visit(name, member) for flags, enumerations, structs and maps, with a Range
// for numbers, a Text for strings and Items for lists.

template <Is<InitSpec> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("kind", s.kind);
  visit("scale", s.scale, Range{0, 1000});
}

/// Only the fields that count for the layer's kind; the kind comes first, so that a reader knows
/// it.
template <Is<LayerSpec> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("type", s.kind);
  const bool conv = s.kind == LayerKind::Conv2d;
  const bool weighted = conv || s.kind == LayerKind::Dense;
  const bool windowed = conv || s.kind == LayerKind::MaxPool2d;
  if (weighted) visit("units", s.units, Range{1, 65536});
  if (windowed) visit("kernel", s.kernel, Range{1, 256});
  if (windowed) visit("stride", s.stride, Range{1, 256});
  if (conv) visit("padding", s.padding, Range{0, 255});
  if (s.kind == LayerKind::MaxPool2d) visit("all_ties", s.allTies);
  if (s.kind == LayerKind::Dropout) visit("rate", s.rate, Range{0, 0.99});
  if (weighted) visit("bias", s.bias);
  if (weighted) visit("weight_init", s.weightInit);
  if (weighted) visit("bias_init", s.biasInit);
}

template <Is<OptimizerSpec> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("kind", s.kind);
  visit("learning_rate", s.learningRate, kRate);
  visit("momentum", s.momentum, kDecay);
  visit("beta1", s.beta1, kDecay);
  visit("beta2", s.beta2, kDecay);
  visit("epsilon", s.epsilon, Range{1e-16, 1});
  visit("weight_decay", s.weightDecay, Range{0, 10});
  visit("clip_norm", s.clipNorm, Range{0, 1e6});
}

template <Is<ScheduleSpec> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("kind", s.kind);
  visit("warmup", s.warmup, kShare);
  visit("start_factor", s.startFactor, kShare);
  visit("final_factor", s.finalFactor, kShare);
  visit("step_epochs", s.stepEpochs, kEpochs);
  visit("step_factor", s.stepFactor, Range{1e-6, 1});
}

template <Is<AugmentSpec> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("enabled", s.enabled);
  visit("clean_share", s.cleanShare, kShare);
  visit("rotation", s.rotation, Range{0, 180});
  visit("scale", s.scale, Range{0, 0.9});
  visit("shear", s.shear, Range{0, 2});
  visit("shift", s.shift, Range{0, 28});
  visit("elastic", s.elastic, Range{0, 50});
  visit("stroke_min", s.strokeMin, Range{0, 20});
  visit("stroke_max", s.strokeMax, Range{0, 20});
  visit("contrast", s.contrast, kShare);
  visit("gaps", s.gaps, kShare);
  visit("blots", s.blots, kShare);
  visit("variants", s.variants, kShare);
  visit("synthetic", s.synthetic, kShare);
  visit("scribbles", s.scribbles, kShare);
  visit("refit", s.refit);
}

// Of a choice only the field that was chosen; nothing where all is as usual.

template <Is<TrainLimit> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  if (s.kind == TrainLimit::Kind::Count) visit("count", s.count, kCount);
  if (s.kind == TrainLimit::Kind::First) visit("first", s.count, kCount);
}

template <Is<HeldOut> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  if (s.kind == HeldOut::Kind::Count) visit("count", s.count, kCount);
  if (s.kind == HeldOut::Kind::Share) visit("share", s.share, kPart);
  if (s.kind == HeldOut::Kind::Last) visit("last", s.count, kCount);
}

template <Is<DataMending> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("grey", s.grey);
  visit("stretch", s.stretch);
  visit("invert", s.invert);
  visit("transpose", s.transpose);
  visit("mirror", s.mirror);
  visit("rotate", s.rotate);
  visit("blank", s.blank);
  visit("duplicates", s.duplicates);
  visit("gaps", s.gaps);
}

template <Is<DataSpec> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("set", s.set, Text{1, 4096});
  visit("train_limit", s.trainLimit);
  visit("validation", s.validation);
  visit("mean", s.mean, Range{-1000, 1000});
  visit("std", s.std, Range{1e-6, 1000});
  visit("shuffle", s.shuffle);
  visit("balance", s.balance);
  visit("mend", s.mend);
  visit("prepare", s.prepare);
}

template <Is<LiveChange> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("field", s.field, Text{1, 64, kLivePaths});
  visit("value", s.value, kAny);
  visit("epoch", s.epoch, kCount);
  visit("step", s.step, kCount);
}

template <Is<PublishedFigure> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("quantity", s.quantity, Text{1, 64, kQuantities});
  visit("epoch", s.epoch, kCount);
  visit("value", s.value, kAny);
  visit("tolerance", s.tolerance, Range{0, 1e30});
}

template <Is<Recipe> S, typename Visitor>
void visitFields(S& s, Visitor&& visit) {
  visit("name", s.name, Text{1, 200});
  visit("title", s.title);
  visit("lesson", s.lesson);
  visit("data", s.data);
  visit("layers", s.layers, Items{256});
  visit("label_smoothing", s.labelSmoothing, Range{0, 0.999});
  visit("loss_clamp", s.lossClamp, Range{0, 0.1});
  visit("optimizer", s.optimizer);
  visit("schedule", s.schedule);
  visit("augment", s.augment);
  visit("batch", s.batch, Range{1, 65536});
  visit("epochs", s.epochs, kEpochs);
  visit("seed", s.seed);
  visit("average_decay", s.averageDecay, kDecay);
  visit("early_stopping", s.earlyStopping, kCount);
  visit("evaluate_train", s.evaluateTrain);
  visit("evaluate_test", s.evaluateTest);
  visit("report_every", s.reportEvery, kCount);
  visit("changes", s.changes, Items{100'000});
  visit("published", s.published, Items{1000});
}

}  // namespace inkling
