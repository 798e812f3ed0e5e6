// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/io/modelfile.h"
#include "core/model/model.h"
#include "core/recipe/recipe.h"
#include "ui/session/background.h"
#include "ui/session/selection.h"
#include "ui/session/training.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace inkling::ui {

/// What the pages share: the data set, the recipe in the controls, the model in use and the run.
/// Everything that takes long happens beside the window; the model in use is replaced only by a
/// whole new one.
class Session final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Session)
public:
  explicit Session(std::filesystem::path resources, QObject* parent = nullptr);
  ~Session() override;

  Selection& selection() { return m_selection; }
  const std::filesystem::path& resources() const { return m_resources; }
  Training& training() { return m_training; }
  const Training& training() const { return m_training; }

  bool loading() const { return m_loader.busy(); }
  const DataPtr& data() const { return m_data; }  ///< null until some are loaded
  const Split& split() const { return m_split; }  ///< of data(), as the recipe says
  const Recipe& recipe() const { return m_recipe; }
  const ModelPtr& model() const { return m_model; }  ///< the newest; null: none yet
  bool modelIsBundled() const { return m_origin == Origin::Bundled; }
  bool modelIsPersonal() const { return m_origin == Origin::Personal; }
  /// The one that came with the program, also when another is in use; null: none (yet).
  const ModelPtr& bundled() const { return m_bundledModel; }

  /// What the controls show. Learning rate and epochs reach a run under way at its next batch,
  /// everything else waits for rewind().
  void setRecipe(const Recipe& recipe);
  /// True if the run would look different after rewind().
  bool changesPending() const;
  /// The recipe to save: of the run with its changes made by hand, or of the controls where they
  /// differ.
  Recipe recipeForFile() const;
  /// Takes over a model from a file, and its training state if there is one.
  void adopt(ModelFile file);
  /// A copy of the model that has learnt the user's handwriting takes over, or with null the
  /// bundled one; a run that could go on is put away, the controls stay.
  void usePersonal(ModelPtr model);

public slots:
  void toggle();  ///< Train, Pause, Resume
  void stepBatch();
  void stepEpoch();
  void stop();
  void rewind();

signals:
  void dataChanged();  ///< also when loading begins or fails
  void splitChanged();
  void recipeChanged();
  void modelChanged();
  void modelOpened();  ///< from a file
  void rewound();      ///< to fresh weights
  void failed(const QString& sentence);

private:
  enum class Origin { Trained, Bundled, Personal };

  void begin(Training::Begin begin);
  void resume(Training::Begin begin);
  void onReport(const Report& report);
  void loadData();
  void setData(DataPtr data);
  void updateSplit();
  void loadBundledModel();
  void setModel(ModelPtr model, Origin origin = Origin::Trained);

  std::filesystem::path m_resources;
  Recipe m_recipe;
  DataPtr m_data;
  std::string m_dataName;  ///< as the recipe names data()
  Split m_split;
  DataSpec m_splitSpec;
  ModelPtr m_model;
  ModelPtr m_bundledModel;
  Origin m_origin = Origin::Trained;
  Selection m_selection;
  std::optional<Training::Begin> m_beginWhenLoaded;
  bool m_rewindWhenLoaded = false;
  Training m_training;
  Background m_loader;
  Background m_modelLoader;
};

/// The model as it is used: with the averaged weights where the training keeps an average.
ModelPtr modelInUse(const ModelFile& file);

}  // namespace inkling::ui
