// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/modeldocument.h"

#include "core/base/error.h"
#include "ui/session/session.h"

#include <QDir>

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

ModelDocument::ModelDocument(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session) {
  connect(&session.training(), &Training::reported, this, [this](const Report& report) {
    if (!report.batches.empty()) setModified(true);
  });
  connect(&session.training(), &Training::started, this, [this](bool fresh) {
    if (fresh && !std::exchange(m_path, {}).isEmpty()) emit changed();
  });
  connect(&session, &Session::rewound, this, [this] { setModified(false); });
}

void ModelDocument::open(const QString& path) {
  m_opener.start(
      [path](const std::atomic<bool>&) {
        return std::make_shared<ModelFile>(loadModel(pathOf(path)));
      },
      [this, path](const std::shared_ptr<ModelFile>& file) { emit opened(file, path); },
      [this](const QString& sentence) { emit failed(sentence); });
}

void ModelDocument::adopt(std::shared_ptr<ModelFile> file, const QString& path) {
  m_session.adopt(std::move(*file));
  m_path = path;
  m_modified = false;
  emit changed();
}

void ModelDocument::save(const QString& path) {
  if (saving()) return;
  const bool finished = m_session.training().state() == Training::State::Finished;
  if (finished || m_session.training().state() == Training::State::Idle) {
    write(path, nullptr);
    return;
  }
  m_collecting = true;
  m_session.training().withCheckpoint([this, path](CheckpointPtr checkpoint) {
    m_collecting = false;
    write(path, std::move(checkpoint));
  });
}

void ModelDocument::write(const QString& path, CheckpointPtr checkpoint) {
  if (!checkpoint && !m_session.model()) {
    emit failed(tr("There is no model to save yet. Press Train first."));
    return;
  }
  setModified(false);  // what is trained from now on counts as new
  m_saver.start([path, checkpoint = std::move(checkpoint), model = m_session.model()](
                    const std::atomic<bool>&) { writeModel(pathOf(path), checkpoint, model); },
                [this, path] {
                  m_path = path;
                  emit changed();
                  emit saved(path);
                },
                [this](const QString& sentence) {
                  setModified(true);
                  emit failed(sentence);
                });
}

void ModelDocument::setModified(bool modified) {
  if (std::exchange(m_modified, modified) != modified) emit changed();
}

}  // namespace inkling::ui
