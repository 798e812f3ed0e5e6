// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace inkling::ui {

/// Everything the window asks in a dialog. None of the calls blocks: the answer comes later. Tests
/// put their own in its place.
class Prompter {
public:
  enum class Question {
    QuitUnsaved,      ///< the trained model is not saved
    ReplaceTraining,  ///< opening a model ends the run that is under way
    ReplaceUnsaved,   ///< another model replaces a trained one that is not saved
    RewindUnsaved,    ///< fresh weights replace it
    DiscardRecipe,    ///< the editor is left with changes; Save is no answer
    QuitSweep,        ///< a sweep is under way; Save is no answer
    RemoveRuns,       ///< from the history, for good; Save is no answer
    RemoveSweep,      ///< the same for a sweep with its results
    RecoverRun  ///< a run was interrupted: Save opens it, Go throws it away; Cancel is no answer
  };
  enum class Answer { Save, Go, Cancel };
  enum class File {
    OpenModel,
    SaveModel,
    OpenRecipe,
    SaveRecipe,
    DataFile,
    DataFolder,
    SaveFigure,
    SaveTable,
    OpenSweep,
    SaveHeatmap,
    SaveStrokes,
    ExportFolder,
    ExportModel,    ///< the suggestion's ending says the kind
    ImportWeights,  ///< from another program
    ImportBias,     ///< the biases to a file of weights
    OpenPicture,
    RunsFolder  ///< where the history of runs is to be
  };

  virtual ~Prompter() = default;
  virtual void ask(Question question, std::function<void(Answer)> answered) = 0;
  /// `suggestion` is a folder or a file; the answer is empty if the user cancels.
  virtual void chooseFile(File file, const QString& suggestion,
                          std::function<void(const QString&)> chosen) = 0;
  /// One of several; −1 if the user cancels.
  virtual void chooseOne(const QString& sentence, const QStringList& titles,
                         std::function<void(int)> chosen) = 0;
};

}  // namespace inkling::ui
