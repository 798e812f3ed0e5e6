// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/modelfile.h"
#include "ui/session/background.h"
#include "ui/session/run.h"

#include <QObject>
#include <QString>

#include <memory>

namespace inkling::ui {

class Session;

/// The model in use as a file: opening and saving beside the window, and whether there is something
/// to save. A model that is still being trained is saved as a checkpoint, so that the training can
/// go on from the file.
class ModelDocument final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(ModelDocument)
public:
  explicit ModelDocument(Session& session, QObject* parent = nullptr);

  const QString& path() const { return m_path; }  ///< empty: not from a file
  bool modified() const { return m_modified; }
  bool saving() const { return m_saver.busy() || m_collecting; }

  /// Reads the file; then opened() or failed(). Nothing in use is touched.
  void open(const QString& path);
  /// Puts what was read in place of the model in use; a run under way ends.
  void adopt(std::shared_ptr<ModelFile> file, const QString& path);
  /// Writes the file, all or nothing; then saved() or failed().
  void save(const QString& path);

signals:
  void opened(std::shared_ptr<inkling::ModelFile> file, const QString& path);
  void saved(const QString& path);
  void failed(const QString& sentence);
  void changed();  ///< path or modified

private:
  void write(const QString& path, CheckpointPtr checkpoint);
  void setModified(bool modified);

  Session& m_session;
  QString m_path;
  bool m_modified = false;
  bool m_collecting = false;
  Background m_opener;
  Background m_saver;
};

}  // namespace inkling::ui
