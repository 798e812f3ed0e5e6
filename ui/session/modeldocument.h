// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/modelfile.h"
#include "ui/session/background.h"
#include "ui/session/run.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>

namespace inkling::ui {

class Training;

/// The model in use and all that is known of it. A value; published whole.
struct UsedModel {
  enum class Origin { Trained, Bundled, Personal };

  ModelPtr model;                   ///< the newest; null: none yet
  Origin origin = Origin::Trained;  ///< Trained: here or elsewhere, also fresh weights
  QString path;                     ///< of its file; empty: it has none
  bool modified = false;            ///< it has learnt what is in no file
};

/// The model in use as a file: opened and saved beside the window. A model that is still being
/// trained is saved as a checkpoint, so that the training can go on from the file.
class ModelDocument final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(ModelDocument)
public:
  using Then = std::function<void()>;

  explicit ModelDocument(Training& training, QObject* parent = nullptr);

  const UsedModel& used() const { return m_used; }
  int number() const { return m_number; }  ///< another one with every replace()
  bool saving() const { return m_collecting > 0 || !m_jobs.empty() || m_saver.busy(); }

  /// Another model takes the place of the one in use.
  void replace(UsedModel used);
  /// News of the run; model: its newest snapshot, if there is one; learnt: other weights than
  /// before.
  void trained(ModelPtr model, bool learnt);

  /// Reads the file; then opened(), or notOpened() and failed(). Nothing in use is touched.
  void open(const QString& path);
  int saves() const { return m_saves; }              ///< files written so far
  int savesAtOpen() const { return m_savesAtOpen; }  ///< when the newest open() began
  /// Writes the model as it is now, all or nothing, after what is being saved already; then
  /// saved() and `then`, or failed(). The path is the model's from then on, if it is still in use.
  void save(const QString& path, Then then = {});

signals:
  void opened(std::shared_ptr<inkling::ModelFile> file, const QString& path);
  void notOpened();
  void saved(const QString& path);
  void savingEnded();  ///< nothing waits to be saved any more
  void failed(const QString& sentence);
  void changed();       ///< anything of used()
  void modelChanged();  ///< model or origin

private:
  struct Job {
    QString path;
    int number = 0;
    long learnt = 0;
    ModelPtr model;
    CheckpointPtr checkpoint;  ///< instead of the model, if there is one
    Then then;
  };

  void publish(UsedModel used);
  void add(Job job);
  void writeNext();
  void written(const Job& job);

  Training& m_training;
  UsedModel m_used;
  int m_number = 0;
  long m_learnt = 0;  ///< grows with what is learnt: is a saved state the newest?
  int m_collecting = 0;
  std::deque<Job> m_jobs;
  int m_saves = 0;
  int m_savesAtOpen = 0;
  Background m_opener;
  Background m_saver;
};

}  // namespace inkling::ui
