// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/dialogprompter.h"

#include "ui/theme/icons.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace inkling::ui {

namespace {

/// What the question comes from: a dialog of the window, or the window. A dialog of the window
/// alone would come up behind the other one's back, without the keys.
QWidget* front(QWidget* window) {
  QWidget* active = QApplication::activeWindow();
  return active ? active : window;
}

/// Buttons for the answers; what is not one of them cancels.
void askToGo(QMessageBox& box, const std::function<void(Prompter::Answer)>& answered,
             const QString& button) {
  auto* go = box.addButton(button, QMessageBox::DestructiveRole);
  box.setDefaultButton(box.addButton(QMessageBox::Cancel));
  QObject::connect(&box, &QMessageBox::finished, &box, [&box, go, answered] {
    answered(box.clickedButton() == go ? Prompter::Answer::Go : Prompter::Answer::Cancel);
  });
  box.open();
}

/// Two answers; to close the box is to keep.
void askToKeep(QMessageBox& box, const std::function<void(Prompter::Answer)>& answered,
               const QString& keep, const QString& lose) {
  auto* kept = box.addButton(keep, QMessageBox::AcceptRole);
  auto* lost = box.addButton(lose, QMessageBox::DestructiveRole);
  box.setDefaultButton(kept);
  box.setEscapeButton(kept);
  QObject::connect(&box, &QMessageBox::finished, &box, [&box, lost, answered] {
    answered(box.clickedButton() == lost ? Prompter::Answer::Go : Prompter::Answer::Save);
  });
  box.open();
}

}  // namespace

/// What is asked, why, and the button that says yes.
DialogPrompter::Words DialogPrompter::wordsFor(Question question) {
  const QString unsaved = tr("The trained model is not saved.");
  switch (question) {
    case Question::RemoveRuns:
      return {tr("Remove the selected runs?"), tr("Their figures and models are deleted for good."),
              tr("&Remove")};
    case Question::RemoveSweep:
      return {tr("Remove this sweep?"), tr("Its results and models are deleted for good."),
              tr("&Remove")};
    case Question::RecoverRun:
      return {tr("A run was interrupted before it was saved."),
              tr("It can go on from its last checkpoint."), tr("&Throw away")};
    case Question::DiscardRecipe:
      return {tr("The recipe has been changed here."), tr("Close without using the changes?"),
              tr("&Discard the changes")};
    case Question::QuitSweep:
      return {tr("A sweep is under way."),
              tr("Finished trials are kept. After the next start, Resume on the page Sweep goes on "
                 "with the rest."),
              tr("&Close")};
    case Question::QuitUnsaved:
      return {unsaved, tr("Save it before Inkling closes?"), tr("Close &without saving")};
    case Question::ReplaceTraining:
      return {tr("A run is under way. It is paused now."),
              tr("Another model ends this run. Save its model first?"),
              tr("&Replace without saving")};
    case Question::ReplaceUnsaved:
      return {unsaved, tr("Save it before another one takes its place?"),
              tr("&Replace without saving")};
    case Question::RewindUnsaved:
      return {unsaved, tr("Save it before fresh weights take its place?"),
              tr("Re&wind without saving")};
  }
  return {};
}

void DialogPrompter::ask(Question question, std::function<void(Answer)> answered) {
  const Words words = wordsFor(question);
  const bool saves = question == Question::QuitUnsaved || question == Question::ReplaceTraining ||
                     question == Question::ReplaceUnsaved || question == Question::RewindUnsaved;
  auto* box = new QMessageBox(front(m_window));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setObjectName(QStringLiteral("questionBox"));
  box->setText(words.text);
  box->setInformativeText(words.more);
  box->setIconPixmap(icon(saves ? Icon::Save : Icon::Warning)
                         .pixmap(QSize(32, 32), m_window->devicePixelRatioF()));
  if (question == Question::RecoverRun) {
    askToKeep(*box, answered, tr("&Go on"), words.go);
    return;
  }
  if (!saves) {
    askToGo(*box, answered, words.go);
    return;
  }
  auto* save = box->addButton(tr("&Save…"), QMessageBox::AcceptRole);
  auto* go = box->addButton(words.go, QMessageBox::DestructiveRole);
  box->addButton(QMessageBox::Cancel);
  box->setDefaultButton(save);
  QObject::connect(
      box, &QMessageBox::finished, m_window, [box, save, go, answered = std::move(answered)] {
        const auto* clicked = box->clickedButton();
        answered(clicked == save ? Answer::Save : clicked == go ? Answer::Go : Answer::Cancel);
      });
  box->open();
}

void DialogPrompter::chooseFile(File file, const QString& suggestion,
                                std::function<void(const QString&)> chosen) {
  auto* dialog = new QFileDialog(front(m_window));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  describe(file, *dialog);
  const QFileInfo info(suggestion);
  if (file == File::ExportModel) {
    dialog->setDefaultSuffix(info.suffix());
    dialog->setNameFilters({QStringLiteral("*.") + info.suffix()});
  }
  if (info.isDir()) {
    dialog->setDirectory(suggestion);
  } else if (!suggestion.isEmpty()) {
    dialog->setDirectory(info.absolutePath());
    dialog->selectFile(info.fileName());
  }
  QObject::connect(dialog, &QFileDialog::finished, m_window,
                   [dialog, chosen = std::move(chosen)](int result) {
                     const auto files = dialog->selectedFiles();
                     const bool accepted = result == QDialog::Accepted && !files.isEmpty();
                     chosen(accepted ? files.front() : QString());
                   });
  dialog->open();
}

void DialogPrompter::chooseOne(const QString& sentence, const QStringList& titles,
                               std::function<void(int)> chosen) {
  auto* dialog = new QInputDialog(front(m_window));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("choiceDialog"));
  dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
  dialog->setComboBoxItems(titles);
  dialog->setComboBoxEditable(false);
  dialog->setWindowTitle(tr("Choose"));
  dialog->setLabelText(sentence);
  QObject::connect(dialog, &QInputDialog::finished, m_window,
                   [dialog, titles, chosen = std::move(chosen)](int result) {
                     const auto at = titles.indexOf(dialog->textValue());
                     chosen(result == QDialog::Accepted ? static_cast<int>(at) : -1);
                   });
  dialog->open();
}

void DialogPrompter::describe(File file, QFileDialog& dialog) {
  const bool saves = file == File::SaveModel || file == File::SaveRecipe ||
                     file == File::SaveFigure || file == File::SaveTable ||
                     file == File::SaveHeatmap || file == File::SaveStrokes ||
                     file == File::ExportModel;
  dialog.setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
  dialog.setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
  switch (file) {
    case File::OpenModel:
    case File::SaveModel:
      dialog.setWindowTitle(saves ? tr("Save model") : tr("Open model"));
      dialog.setNameFilters({tr("Models (*.safetensors)"), tr("All files (*)")});
      dialog.setDefaultSuffix(QStringLiteral("safetensors"));
      break;
    case File::OpenRecipe:
    case File::SaveRecipe:
      dialog.setWindowTitle(saves ? tr("Save recipe") : tr("Open recipe"));
      dialog.setNameFilters({tr("Recipes (*.json)"), tr("All files (*)")});
      dialog.setDefaultSuffix(QStringLiteral("inkling.json"));
      break;
    case File::OpenSweep:
      dialog.setWindowTitle(tr("Open sweep"));
      dialog.setNameFilters({tr("Sweeps (*.json)"), tr("All files (*)")});
      break;
    case File::ExportModel:
      dialog.setWindowTitle(tr("Export model"));
      break;
    case File::ImportWeights:
      dialog.setWindowTitle(tr("Import weights"));
      dialog.setNameFilters({tr("Weights (*.npz *.safetensors *.npy)"), tr("All files (*)")});
      break;
    case File::ImportBias:
      dialog.setWindowTitle(tr("The biases that belong to these weights"));
      dialog.setNameFilters({tr("NumPy arrays (*.npy)"), tr("All files (*)")});
      break;
    case File::DataFile:
      dialog.setWindowTitle(tr("Open data file"));
      break;
    case File::DataFolder:
      dialog.setWindowTitle(tr("Open data folder"));
      dialog.setFileMode(QFileDialog::Directory);
      dialog.setOption(QFileDialog::ShowDirsOnly);
      break;
    case File::SaveFigure:
      dialog.setWindowTitle(tr("Save picture"));
      dialog.setNameFilters({tr("Pictures and tables (*.png *.pdf *.svg *.csv)")});
      dialog.setDefaultSuffix(QStringLiteral("png"));
      break;
    case File::SaveHeatmap:
      dialog.setWindowTitle(tr("Save sweep"));
      dialog.setNameFilters({tr("Pictures and tables (*.png *.pdf *.csv)")});
      dialog.setDefaultSuffix(QStringLiteral("png"));
      break;
    case File::SaveTable:
      dialog.setWindowTitle(tr("Save table"));
      dialog.setNameFilters({tr("Tables (*.csv)")});
      dialog.setDefaultSuffix(QStringLiteral("csv"));
      break;
    case File::SaveStrokes:
      dialog.setWindowTitle(tr("Save strokes"));
      dialog.setNameFilters({tr("Stroke files (*.txt)")});
      dialog.setDefaultSuffix(QStringLiteral("txt"));
      break;
    case File::OpenPicture:
      dialog.setWindowTitle(tr("Open picture"));
      dialog.setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)"),
                             tr("All files (*)")});
      break;
    case File::ExportFolder:
      dialog.setWindowTitle(tr("Export into folder"));
      dialog.setFileMode(QFileDialog::Directory);
      dialog.setOption(QFileDialog::ShowDirsOnly);
      break;
    case File::RunsFolder:
      dialog.setWindowTitle(tr("Keep runs in"));
      dialog.setFileMode(QFileDialog::Directory);
      dialog.setOption(QFileDialog::ShowDirsOnly);
      break;
  }
}

}  // namespace inkling::ui
