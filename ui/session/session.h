// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataformat.h"
#include "core/data/datareading.h"
#include "core/io/modelfile.h"
#include "core/recipe/recipe.h"
#include "ui/session/background.h"
#include "ui/session/keeping.h"
#include "ui/session/loadeddata.h"
#include "ui/session/modeldocument.h"
#include "ui/session/modelguard.h"
#include "ui/session/preferences.h"
#include "ui/session/selection.h"
#include "ui/session/training.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace inkling::ui {

/// What the pages share: the data set, the settings for the next run, the model in use and the run,
/// each one value. Everything that takes long happens beside the window; whatever ends the model in
/// use passes guard().
class Session final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Session)
public:
  using Then = std::function<void()>;

  /// The decoder must outlive it.
  Session(std::filesystem::path resources, const PictureDecoder& pictures,
          QObject* parent = nullptr);
  ~Session() override;

  Preferences& preferences() { return m_preferences; }
  Keeping& keeping() { return m_keeping; }
  /// For work beside the window: as the user prefers, but one while a run is going on. 0: all
  /// cores.
  int threads() const;
  Selection& selection() { return m_selection; }
  const std::filesystem::path& resources() const { return m_resources; }
  const PictureDecoder& pictures() const { return m_pictures; }
  /// For what opens data sets beside the window.
  DataReading reading() const { return {.pictures = &m_pictures}; }
  Training& training() { return m_training; }
  const Training& training() const { return m_training; }
  ModelDocument& document() { return m_document; }
  const ModelDocument& document() const { return m_document; }
  ModelGuard& guard() { return m_guard; }

  bool loading() const { return m_loading.has_value(); }
  double loadingShare() const { return m_loadingShare; }    ///< 0 … 1
  const LoadedDataPtr& loaded() const { return m_loaded; }  ///< null until some are
  const DataPtr& data() const;                              ///< of loaded(), or null
  const Split& split() const;                               ///< of loaded()
  /// The same images divided as for the model in use where that was trained on them: it has learnt
  /// nothing of the validation part. Else split().
  const Split& modelSplit() const;
  int imagesUsed() const;  ///< of them to train and to validate
  const ModelPtr& model() const { return m_document.used().model; }
  bool modelIsBundled() const { return origin() == UsedModel::Origin::Bundled; }
  bool modelIsPersonal() const { return origin() == UsedModel::Origin::Personal; }
  /// The one that came with the program, also when another is in use; null: none (yet).
  const ModelPtr& bundled() const { return m_bundledModel; }

  /// The settings for the next run. A run under way, or one that can go on, keeps its own.
  const Recipe& recipe() const { return m_recipe; }
  void setRecipe(const Recipe& recipe);
  /// Of the run under way, or the last one; of recipe() if there is none.
  Knobs knobs() const;
  /// The user turns a knob: of the run, and of the next one where that has the same recipe.
  void steer(const Control::Change& change);
  /// Does recipe() say anything that waits for rewind()?
  bool changesPending() const;
  /// The recipe of what is in use: of the run, or recipe() if there is none.
  const Recipe& recipeInUse() const;
  /// The recipe to save: of the run with its changes made by hand, or recipe() where that differs.
  Recipe recipeForFile() const;

  /// Takes over a model, and its training state if there is one; then `taken`.
  void adopt(std::shared_ptr<ModelFile> file, const QString& path, Then taken = {});
  /// A copy of the model that has learnt the user's handwriting takes over, or with null the
  /// bundled one; then `taken`. The settings stay.
  void usePersonal(ModelPtr model, Then taken = {});

public slots:
  void toggle();  ///< Train, Pause, Resume, Continue
  void stepBatch();
  void stepEpoch();
  void stop();
  void rewind();
  void cancelLoading();  ///< the set in use stays

signals:
  void loadingWentOn();
  void dataChanged();  ///< also when loading begins or fails
  void splitChanged();
  void modelSplitChanged();
  void recipeChanged();
  void modelChanged();
  void modelOpened();  ///< from a file
  void rewound();      ///< to fresh weights
  void acted();        ///< what the user wanted last has been done
  void failed(const QString& sentence);
  void noted(const QString& sentence);
  /// The set at this path cannot be used: one of these has to be.
  void choiceWanted(const QString& path, const std::vector<inkling::DataChoice>& choices);

private:
  UsedModel::Origin origin() const { return m_document.used().origin; }
  void begin(Training::Begin begin);
  void startFresh(Training::Begin begin);
  void resume(Training::Begin begin);
  void goOn(Training::Begin begin);
  void rewindNow();
  void take(ModelFile& file, const QString& path);
  DataDivision wantedData() const;
  LoadedDataPtr dataOfModel() const;
  void divideForModel();
  void followRecipe();
  void bring(const DataDivision& wanted);
  void load(const DataDivision& wanted);
  void publish(LoadedDataPtr data);
  void refuse(const DataDivision& wanted, const QString& sentence);
  void fitRecipe();
  void loadBundledModel();

  Preferences m_preferences;
  Keeping m_keeping;
  std::filesystem::path m_resources;
  const PictureDecoder& m_pictures;
  Recipe m_recipe;
  LoadedDataPtr m_loaded;
  LoadedDataPtr m_modelData;  ///< what modelSplit() is of
  std::optional<DataDivision> m_loading;
  double m_loadingShare = 0;
  std::optional<DataDivision> m_missing;  ///< what the run needs and cannot have
  ModelPtr m_bundledModel;
  Selection m_selection;
  std::optional<Training::Begin> m_beginWhenLoaded;
  bool m_rewindWhenLoaded = false;
  Training m_training;
  ModelDocument m_document;
  ModelGuard m_guard;
  Background m_loader;
  Background m_modelLoader;
};

/// The model as it is used: with the averaged weights where the training keeps an average.
ModelPtr modelInUse(const ModelFile& file);

}  // namespace inkling::ui
