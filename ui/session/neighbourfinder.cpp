// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/neighbourfinder.h"

#include "core/analysis/features.h"

#include <utility>

namespace inkling::ui {

// To cancel what is under way for each newer question might mean never to answer: what costs time
// are the features, which the next one shares.
void NeighbourFinder::find(Question question) {
  if (m_answering)
    m_next = std::move(question);
  else
    ask(std::move(question));
}

void NeighbourFinder::cancel() {
  m_work.cancel();
  m_next.reset();
  m_answering = false;
}

void NeighbourFinder::ask(Question question) {
  m_answering = true;
  question.among = question.among.first(kMostImages);
  const bool sameImages = m_features && m_among == question.among &&
                          m_model->network.inputShape() == question.model->network.inputShape();
  if (question.thrifty && sameImages && !m_pacer.due()) question.model = m_model;
  const bool known = sameImages && m_model == question.model;
  m_work.start(
      [question = std::move(question),
       kept = known ? m_features : nullptr](const std::atomic<bool>& cancel) {
        const double start = threadSeconds();
        const ModelPtr& model = question.model;
        Answer answer{model, question.among, kept, 0, {}};
        if (!kept)
          answer.features =
              std::make_shared<const Matrix<float>>(features(*model, question.among, 1, &cancel));
        if (cancel) return answer;
        answer.neighbours =
            nearest(*answer.features, featuresOf(*model, question.image), question.count);
        if (!kept) answer.seconds = threadSeconds() - start;
        return answer;
      },
      [this](const Answer& answer) { take(answer); },
      [this](const QString& sentence) {
        cancel();
        emit failed(sentence);
      });
}

void NeighbourFinder::take(const Answer& answer) {
  if (answer.seconds > 0) m_pacer.worked(answer.seconds);
  m_model = answer.model;
  m_among = answer.among;
  m_features = answer.features;
  m_answering = false;
  if (m_next)
    ask(*std::exchange(m_next, std::nullopt));
  else
    emit found(answer.neighbours);
}

}  // namespace inkling::ui
