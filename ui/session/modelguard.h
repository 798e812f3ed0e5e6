// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace inkling::ui {

class ModelDocument;
class Prompter;
class Training;

/// The one gate that everything passes which ends the model in use: may this be lost? And saving
/// it under a name, for the answer "Save". Without a prompter (no window) nothing is asked.
class ModelGuard final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(ModelGuard)
public:
  using Then = std::function<void()>;
  enum class Loss { Replace, Rewind, Quit };

  ModelGuard(ModelDocument& document, Training& training, QObject* parent = nullptr);

  /// `prompter` must outlive its use: null when the window goes.
  void askWith(Prompter* prompter) { m_prompter = prompter; }
  /// Would something be lost now?
  bool holds() const;

  /// Calls `proceed` when nothing is lost by it: at once, after what is being saved is saved, or
  /// after the user has answered. A run under way is paused for the question; Cancel leaves
  /// everything as it was. An answer counts for the model that was asked about: where another one
  /// is in use by then, the gate is asked again.
  void pass(Loss loss, Then proceed);

  /// To its file, or under a name that is asked for.
  void save(Then then = {}, Then cancelled = {});
  void saveAs(Then then = {}, Then cancelled = {});

signals:
  void failed(const QString& sentence);

private:
  void ask(Loss loss, const Then& proceed);
  Then pauseRun();

  ModelDocument& m_document;
  Training& m_training;
  Prompter* m_prompter = nullptr;
  bool m_asking = false;
};

}  // namespace inkling::ui
