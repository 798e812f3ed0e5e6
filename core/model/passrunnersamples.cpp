// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stages that are shared out by samples: convolutions and what stands between them.
#include "core/model/division.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

/// Cheap layers count a few operations for each output, so that they are shared out too.
constexpr double kFlopsPerElement = 4;

}  // namespace

template <typename Scalar>
int PassRunner<Scalar>::sampleTasks(const Stage& stage, Index batch) const {
  double flops = 0;
  for (int i = stage.begin; i < stage.end; ++i)
    flops += m_network.layer(i).forwardFlops() +
             kFlopsPerElement * static_cast<double>(m_network.layer(i).outputShape().size());
  return tasksFor(flops * static_cast<double>(batch), batch);
}

/// Calls visit(block) for groups of the task's samples that are small enough for the cache.
template <typename Scalar>
template <typename Visit>
void PassRunner<Scalar>::forEachGroup(const Pass& pass, const Stage& stage, int tasks, int task,
                                      const Visit& visit) const {
  const Index group = samplesAtOnce(m_network, stage);
  const Index end = partBegin(pass.batch, tasks, task + 1);
  for (Index sample = partBegin(pass.batch, tasks, task); sample < end; sample += group)
    visit(Block{0, 0, sample, std::min(group, end - sample)});
}

template <typename Scalar>
void PassRunner<Scalar>::forwardSamples(const Pass& pass, int stage) {
  const Stage& s = stageAt(stage);
  const int tasks = sampleTasks(s, pass.batch);
  if (s.sums && pass.training) sumForward(pass, stage, tasks);
  m_team.run(tasks, [&](int task, int thread) {
    forEachGroup(pass, s, tasks, task, [&](Block block) {
      if (stage == 0 && m_source) m_source->fill(block.sample, block.samples, m_work.input());
      for (int i = s.begin; i < s.end; ++i) {
        if (skips(i)) continue;
        const Layer<Scalar>& layer = m_network.layer(i);
        block.rows = layer.outputShape().size();
        layer.forward(pass, block, outputOf(i - 1, thread, block.sample),
                      outputOf(i, thread, block.sample), workspaceOf(i, stage, thread));
      }
    });
  });
}

template <typename Scalar>
void PassRunner<Scalar>::sumForward(const Pass& pass, int stage, int tasks) {
  const Stage& s = stageAt(stage);
  const Layer<Scalar>& layer = m_network.layer(s.begin);
  const Index size = layer.batchSums();
  auto& state = stateAt(stage);
  m_team.run(tasks, [&](int task, int) {
    Scalar* partial = state.partialSums.data() + task * size;
    std::fill_n(partial, size, Scalar(0));
    forEachGroup(pass, s, tasks, task, [&](const Block& block) {
      layer.addForwardSums(block, m_work.output(s.begin - 1), partial);
    });
  });
  addPartialSums(stage, tasks, state.sums.data());
}

/// total = Σ partial sums, in the order of the tasks.
template <typename Scalar>
void PassRunner<Scalar>::addPartialSums(int stage, int tasks, Scalar* total) {
  const Index size = m_network.layer(stageAt(stage).begin).batchSums();
  const Scalar* partial = stateAt(stage).partialSums.data();
  std::copy_n(partial, size, total);
  for (int task = 1; task < tasks; ++task)
    for (Index i = 0; i < size; ++i) total[i] += partial[task * size + i];
}

template <typename Scalar>
void PassRunner<Scalar>::backwardSamples(const Pass& pass, int stage) {
  const Stage& s = stageAt(stage);
  const int tasks = sampleTasks(s, pass.batch);
  m_team.run(tasks, [&](int task, int thread) {
    setTargets(stage, tasks, task);
    forEachGroup(pass, s, tasks, task,
                 [&](const Block& block) { backwardGroup(pass, stage, block, task, thread); });
  });
  if (s.sums) backwardSums(pass, stage, tasks);
  if (tasks > 1 && stateAt(stage).parameterCount > 0) addPartialGradients(stage, tasks);
}

/// A task alone sets the gradients; several of them set partial ones.
template <typename Scalar>
void PassRunner<Scalar>::setTargets(int stage, int tasks, int task) {
  auto& state = stateAt(stage);
  const Index sums = m_network.layer(stageAt(stage).begin).batchSums();
  std::fill_n(state.partialSums.data() + task * sums, sums, Scalar(0));
  for (int p = 0; p < state.parameterCount; ++p) {
    const auto at = static_cast<std::size_t>(task * state.parameterCount + p);
    Matrix<Scalar>& gradient =
        tasks > 1 ? state.partialGradients[at]
                  : m_work.m_gradients[static_cast<std::size_t>(state.firstParameter + p)];
    state.targets[at] = {gradient.data(), 1, 0};
  }
}

/// One group of samples backwards through the stage, as far as somebody needs it.
template <typename Scalar>
void PassRunner<Scalar>::backwardGroup(const Pass& pass, int stage, const Block& block, int task,
                                       int thread) {
  const Stage& s = stageAt(stage);
  auto& state = stateAt(stage);
  auto& local = m_work.m_threads[static_cast<std::size_t>(thread)];
  Columns<Scalar> dy = gradientOf(stage);
  for (int i = s.end - 1; i >= s.begin; --i) {
    if (skips(i)) continue;
    const Layer<Scalar>& layer = m_network.layer(i);
    const LayerWorkspace work = workspaceOf(i, stage, thread);
    const Columns<Scalar> x = m_work.output(i - 1);
    if (i == s.begin && s.sums) {
      layer.addBackwardSums(pass, block, x, dy, work,
                            state.partialSums.data() + task * layer.batchSums());
      return;
    }
    const auto& own = m_work.m_layers[static_cast<std::size_t>(i)];
    if (own.parameterCount > 0) {
      auto* targets = &state.targets[static_cast<std::size_t>(
          task * state.parameterCount + own.firstParameter - state.firstParameter)];
      layer.backwardParameters(pass, {0, 0, 0, 0, block.sample, block.samples}, x, dy, targets,
                               work);
      for (int p = 0; p < own.parameterCount; ++p) targets[p].beta = 1;
    }
    if (i <= m_firstParameterLayer) return;
    Columns<Scalar> dx = dy;
    if (i == s.begin)
      dx = gradientOf(stage - 1);
    else if (s.sums && (i == s.begin + 1 || (i == s.begin + 2 && skips(i - 1))))
      dx = {state.sumsGradient.data(), state.sumsGradient.rows};
    else if (layer.division() != Division::Elements || dy.data == gradientOf(stage).data)
      // Into the one that dy does not stand in; elementwise layers stay where they are, but for the
      // buffer that all tasks share: a convolution's whole vectors read over into its next sample.
      dx = {local.gradients[dy.data == local.gradients[0].data() ? 1 : 0].data(), x.rows,
            block.sample};
    const Block input{0, x.rows, block.sample, block.samples};
    layer.backwardInput(pass, input, x, m_work.output(i), dy, dx, work);
    dy = dx;
  }
}

/// Through a first layer that waits for the sums over the batch.
template <typename Scalar>
void PassRunner<Scalar>::backwardSums(const Pass& pass, int stage, int tasks) {
  const Stage& s = stageAt(stage);
  auto& state = stateAt(stage);
  const Layer<Scalar>& layer = m_network.layer(s.begin);
  addPartialSums(stage, tasks, state.sums.data() + layer.batchSums());
  const Columns<Scalar> x = m_work.output(s.begin - 1);
  const Columns<Scalar> dy =
      s.end - s.begin == 1 ? gradientOf(stage)
                           : Columns<Scalar>{state.sumsGradient.data(), state.sumsGradient.rows};
  std::array<GradientTarget<Scalar>, kMostParameters> targets;
  const auto& own = m_work.m_layers[static_cast<std::size_t>(s.begin)];
  for (int p = 0; p < own.parameterCount; ++p)
    targets[static_cast<std::size_t>(p)].data =
        m_work.m_gradients[static_cast<std::size_t>(own.firstParameter + p)].data();
  layer.backwardParameters(pass, {0, 0, 0, 0, 0, pass.batch}, x, dy, targets.data(),
                           workspaceOf(s.begin, stage, 0));
  if (s.begin <= m_firstParameterLayer) return;
  m_team.run(tasks, [&](int task, int thread) {
    forEachGroup(pass, s, tasks, task, [&](Block block) {
      block.rows = x.rows;
      layer.backwardInput(pass, block, x, m_work.output(s.begin), dy, gradientOf(stage - 1),
                          workspaceOf(s.begin, stage, thread));
    });
  });
}

/// gradient = Σ partial gradients, in the order of the tasks, shared out by elements. The
/// parameters of a first layer with sums are not among them.
template <typename Scalar>
void PassRunner<Scalar>::addPartialGradients(int stage, int tasks) {
  const Stage& s = stageAt(stage);
  auto& state = stateAt(stage);
  const int skipped =
      s.sums ? m_work.m_layers[static_cast<std::size_t>(s.begin)].parameterCount : 0;
  m_team.run(kMaxTasks, [&](int part, int) {
    for (int p = skipped; p < state.parameterCount; ++p) {
      Matrix<Scalar>& total =
          m_work.m_gradients[static_cast<std::size_t>(state.firstParameter + p)];
      const Index begin = partBegin(total.size(), kMaxTasks, part, kRowGrain);
      const Index count = partBegin(total.size(), kMaxTasks, part + 1, kRowGrain) - begin;
      Scalar* to = total.data() + begin;
      for (int task = 0; task < tasks; ++task) {
        const Scalar* from =
            state.partialGradients[static_cast<std::size_t>(task * state.parameterCount + p)]
                .data() +
            begin;
        if (task == 0)
          std::copy_n(from, count, to);
        else
          for (Index i = 0; i < count; ++i) to[i] += from[i];
      }
    }
  });
}

template void PassRunner<float>::forwardSamples(const Pass&, int);
template void PassRunner<double>::forwardSamples(const Pass&, int);
template void PassRunner<float>::backwardSamples(const Pass&, int);
template void PassRunner<double>::backwardSamples(const Pass&, int);

}  // namespace inkling
