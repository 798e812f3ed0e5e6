// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/monkeyprompter.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

#include <utility>

namespace inkling::torture {

namespace {

bool saves(ui::Prompter::File file) {
  using File = ui::Prompter::File;
  return file == File::SaveModel || file == File::SaveRecipe || file == File::SaveFigure ||
         file == File::SaveTable || file == File::SaveHeatmap || file == File::SaveStrokes ||
         file == File::ExportModel;
}

/// In place of the file dialog, which could reach every file of this machine.
void chooseInDialog(QWidget* window, std::function<void(const QString&)> chosen,
                    const QString& path) {
  QWidget* front = QApplication::activeWindow();
  auto* dialog = new QDialog(front ? front : window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  (new QVBoxLayout(dialog))->addWidget(buttons);
  QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  QObject::connect(dialog, &QDialog::finished, window,
                   [chosen = std::move(chosen), path](int result) {
                     chosen(result == QDialog::Accepted ? path : QString());
                   });
  dialog->open();
}

}  // namespace

void MonkeyPrompter::setWindow(QWidget* window) {
  m_window = window;
  m_boxes = std::make_unique<ui::DialogPrompter>(window);
}

void MonkeyPrompter::ask(Question question, std::function<void(Answer)> answered) {
  m_boxes->ask(question, std::move(answered));
}

void MonkeyPrompter::chooseFile(File file, const QString& suggestion,
                                std::function<void(const QString&)> chosen) {
  const QString path = fileFor(file, suggestion);
  if (m_random.below(2) == 0)
    chosen(path);
  else
    chooseInDialog(m_window, std::move(chosen), path);
}

void MonkeyPrompter::chooseOne(const QString&, const QStringList& titles,
                               std::function<void(int)> chosen) {
  chosen(static_cast<int>(m_random.below(static_cast<std::uint32_t>(titles.size() + 1))) - 1);
}

QString MonkeyPrompter::fileFor(File file, const QString& suggestion) {
  if (m_random.below(8) == 0) return {};
  if (file == File::ExportFolder)
    return m_places.file(QStringLiteral("export%1").arg(m_random.below(3)));
  if (!saves(file)) return anything(m_places, m_random);
  // A folder that is not there, one of the last files, or a new one.
  if (m_random.below(8) == 0) return m_places.file(QStringLiteral("no/folder/file"));
  const QString ending = QFileInfo(suggestion).suffix();
  const QString folder = m_places.file(QStringLiteral("saved"));
  QDir().mkpath(folder);
  return QStringLiteral("%1/%2.%3")
      .arg(folder)
      .arg(m_random.below(40))
      .arg(ending.isEmpty() ? QStringLiteral("csv") : ending);
}

QString MonkeyPrompter::anything(const Places& places, Random& random) {
  const QDir saved(places.file(QStringLiteral("saved")));
  const QStringList files = saved.entryList(QDir::Files);
  switch (random.below(8)) {
    case 0:
      return oneOf(places.foreign(), random);
    case 1:
      return oneOf(places.wrecks(), random);
    case 2:
    case 3:
      return oneOf(places.sets(), random);
    case 4:
      return places.resources() + QStringLiteral("/models/default.safetensors");
    case 5:
      return places.resources() + QStringLiteral("/recipes/cnn.json");
    default:
      return files.isEmpty() ? places.foreign().back() : saved.filePath(oneOf(files, random));
  }
}

}  // namespace inkling::torture
