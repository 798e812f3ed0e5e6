// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/samplereader.h"

#include "core/model/fits.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kInterval = 250;     // ms between two readings
constexpr double kBudget = 0.010;  // seconds of one core that a reading may take during a run

struct Reading {
  std::shared_ptr<Predictions> all;
  double secondsEach = 0;
};

/// Reads the samples at `positions` again and puts them into a copy of `before`.
Reading readSome(const Model& model, const DataView& view, const std::vector<int>& positions,
                 const Predictions* before, const std::atomic<bool>& cancel) {
  const auto start = std::chrono::steady_clock::now();
  DataView some{view.set, {}};
  some.indices.reserve(positions.size());
  for (const int p : positions) some.indices.push_back(view.indices[static_cast<std::size_t>(p)]);
  auto fresh = predictAll(model, some, 1, &cancel);
  if (fresh.count() != some.count()) return {};

  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const double each = took.count() / std::max(1, some.count());
  if (some.count() == view.count()) return {std::make_shared<Predictions>(std::move(fresh)), each};
  auto all = std::make_shared<Predictions>(*before);
  const auto classes = static_cast<std::size_t>(fresh.classes);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const auto p = static_cast<std::size_t>(positions[i]);
    std::copy_n(fresh.probabilities.begin() + static_cast<std::ptrdiff_t>(i * classes), classes,
                all->probabilities.begin() + static_cast<std::ptrdiff_t>(p * classes));
    all->losses[p] = fresh.losses[i];
    all->predicted[p] = fresh.predicted[i];
  }
  return {std::move(all), each};
}

}  // namespace

SampleReader::SampleReader(QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(kInterval);
  connect(&m_timer, &QTimer::timeout, this, &SampleReader::read);
}

void SampleReader::setView(const DataView& view) {
  m_work.cancel();
  m_view = view;
  m_predictions.reset();
  m_stale = true;
  m_next = 0;
  emit predictionsChanged();
  read();
}

void SampleReader::setModel(ModelPtr model) {
  m_model = std::move(model);
  m_stale = true;
  schedule();
}

void SampleReader::setThrifty(bool thrifty) {
  if (std::exchange(m_thrifty, thrifty) && !thrifty) {
    m_stale = true;
    schedule();
  }
}

void SampleReader::setAwake(bool awake) {
  m_awake = awake;
  if (awake) schedule();
}

void SampleReader::schedule() {
  if (m_awake && !m_timer.isActive()) m_timer.start();
}

std::vector<int> SampleReader::choose() {
  const int count = m_view.count();
  std::vector<int> chosen;
  const bool partly = m_thrifty && m_predictions && m_predictions->count() == count &&
                      m_predictions->classes == m_model->network.outputs();
  if (partly && m_visible) chosen = m_visible();
  const int affordable = static_cast<int>(kBudget / m_secondsEach);
  const int more =
      partly ? std::clamp(affordable - static_cast<int>(chosen.size()), 0, count) : count;
  if (more >= count) chosen.clear();
  for (int i = 0; i < more; ++i) chosen.push_back((m_next + i) % count);
  if (more >= count) std::sort(chosen.begin(), chosen.end());
  m_next = (m_next + more) % count;
  return chosen;
}

void SampleReader::read() {
  if (!m_stale || !m_awake) return;
  if (!m_model || m_view.count() == 0 || !fits(m_model->network, m_view)) {
    m_stale = false;
    if (std::exchange(m_predictions, nullptr)) emit predictionsChanged();
    return;
  }
  if (m_work.busy()) {  // the next model will be along
    schedule();
    return;
  }
  m_stale = false;
  auto positions = choose();
  m_work.start(
      [model = m_model, view = m_view, positions = std::move(positions),
       before = m_predictions](const std::atomic<bool>& cancel) {
        return readSome(*model, view, positions, before.get(), cancel);
      },
      [this](const Reading& reading) {
        m_predictions = reading.all;
        m_secondsEach = std::max(1e-7, reading.secondsEach);
        emit predictionsChanged();
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace inkling::ui
