// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/modeldocument.h"

#include "ui/session/training.h"

#include <filesystem>
#include <utility>

namespace inkling::ui {

namespace {

std::filesystem::path pathOf(const QString& path) { return path.toStdString(); }

/// Finished models are saved plain, unfinished ones with all that is needed to go on.
void writeModel(const std::filesystem::path& file, const CheckpointPtr& checkpoint,
                const ModelPtr& model) {
  if (checkpoint)
    saveCheckpoint(file, *checkpoint);
  else
    saveModel(file, *model);
}

}  // namespace

ModelDocument::ModelDocument(Training& training, QObject* parent)
    : QObject(parent),
      m_training(training) {}

void ModelDocument::replace(UsedModel used) {
  ++m_number;
  publish(std::move(used));
}

void ModelDocument::trained(ModelPtr model, bool learnt) {
  UsedModel used = m_used;
  used.origin = UsedModel::Origin::Trained;
  if (model) used.model = std::move(model);
  if (learnt) {
    used.modified = true;
    ++m_learnt;
  }
  publish(std::move(used));
}

void ModelDocument::publish(UsedModel used) {
  const bool another = used.model != m_used.model || used.origin != m_used.origin;
  m_used = std::move(used);
  if (another) emit modelChanged();
  emit changed();
}

void ModelDocument::open(const QString& path) {
  m_savesAtOpen = m_saves;
  m_opener.start(
      [path](const std::atomic<bool>&) {
        return std::make_shared<ModelFile>(loadModel(pathOf(path)));
      },
      [this, path](const std::shared_ptr<ModelFile>& file) { emit opened(file, path); },
      [this](const QString& sentence) {
        emit notOpened();
        emit failed(sentence);
      });
}

void ModelDocument::save(const QString& path, Then then) {
  Job job{.path = path, .number = m_number, .model = m_used.model, .then = std::move(then)};
  const auto state = m_training.state();
  if (state == Training::State::Finished || state == Training::State::Idle) {
    add(std::move(job));
    return;
  }
  ++m_collecting;
  m_training.withCheckpoint([this, job = std::move(job)](CheckpointPtr checkpoint) mutable {
    --m_collecting;
    job.checkpoint = std::move(checkpoint);
    add(std::move(job));
  });
}

void ModelDocument::add(Job job) {
  if (!job.checkpoint && !job.model) {
    emit failed(tr("There is no model to save yet. Press Train first."));
    writeNext();
    return;
  }
  job.learnt = m_learnt;
  m_jobs.push_back(std::move(job));
  writeNext();
}

void ModelDocument::writeNext() {
  if (m_saver.busy()) return;
  if (m_jobs.empty()) {
    if (!saving()) emit savingEnded();
    return;
  }
  const Job job = std::move(m_jobs.front());
  m_jobs.pop_front();
  // Only after the answer is applied is the thread free again.
  const auto next = [this] {
    QMetaObject::invokeMethod(this, &ModelDocument::writeNext, Qt::QueuedConnection);
  };
  m_saver.start(
      [job](const std::atomic<bool>&) { writeModel(pathOf(job.path), job.checkpoint, job.model); },
      [this, job, next] {
        next();
        written(job);
      },
      [this, next](const QString& sentence) {
        next();
        emit failed(sentence);
      });
}

void ModelDocument::written(const Job& job) {
  ++m_saves;
  if (job.number == m_number) {
    UsedModel used = m_used;
    used.path = job.path;
    used.modified = m_learnt != job.learnt;
    publish(std::move(used));
  }
  emit saved(job.path);
  if (job.then) job.then();
}

}  // namespace inkling::ui
