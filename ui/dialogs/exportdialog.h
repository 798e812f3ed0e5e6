// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/exportsnippets.h"
#include "core/model/model.h"
#include "ui/session/background.h"

#include <QDialog>

#include <array>
#include <filesystem>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace inkling::ui {

class Prompter;

/// Writes a model for other programs, with the Python that reads the file ready to be copied.
class ExportDialog final : public QDialog {
  Q_OBJECT
public:
  /// `file`, which may be empty, is where the model itself is kept; it is not written over.
  ExportDialog(ModelPtr model, std::filesystem::path file, Prompter& prompter,
               QWidget* parent = nullptr);

private:
  /// The formats of the core, and W.npy with b.npy for a network of one dense layer.
  enum Choice { Onnx, Npz, Safetensors, Pair, kChoices };

  void build();
  QString textOf(Choice choice) const;
  QString noteOf(Choice choice) const;
  bool isPossible(Choice choice) const;
  QString snippetFor(const QString& file) const;
  QString suggestedName() const;
  void refresh();
  void save();
  void write(const QString& file);
  void copy();
  void say(const QString& sentence, bool wrong);

  ModelPtr m_model;
  std::filesystem::path m_file;
  Prompter& m_prompter;
  Choice m_choice = Npz;
  std::array<QRadioButton*, kChoices> m_buttons{};
  QLabel* m_note;
  QPlainTextEdit* m_code;
  QLabel* m_message;
  QPushButton* m_save;
  Background m_writing;
};

}  // namespace inkling::ui
