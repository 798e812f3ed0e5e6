// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/places.h"

#include "core/data/datasource.h"
#include "core/io/atomicfile.h"
#include "core/io/modelfile.h"
#include "core/recipe/recipejson.h"
#include "core/train/trainer.h"

#include <QDir>
#include <QFile>

#include <array>
#include <string>
#include <vector>

namespace inkling::torture {

namespace {

void write(const QString& file, const std::string& text) {
  writeFileAtomically(file.toStdString(), text);
}

void shorten(const QString& file) { QFile(file).resize(QFile(file).size() / 2); }

LayerSpec relu() { return LayerSpec::of(LayerKind::ReLU); }

/// Small networks for images of any size, all layers among them.
std::vector<LayerSpec> layersOf(std::uint32_t which, int classes) {
  switch (which) {
    case 0:
      return {LayerSpec::dense(classes)};
    case 1:
      return {LayerSpec::conv2d(2, 3, 1), relu(), LayerSpec::maxPool2d(2),
              LayerSpec::dense(classes)};
    case 2:
      return {LayerSpec::dense(6), LayerSpec::of(LayerKind::BatchNorm), relu(),
              LayerSpec::dropout(0.2), LayerSpec::dense(classes)};
    default:
      return {LayerSpec::dense(8), LayerSpec::of(LayerKind::Tanh), LayerSpec::dense(classes)};
  }
}

Recipe named(const char* name, std::uint32_t layers, int epochs) {
  Recipe recipe;
  recipe.name = name;
  recipe.title = {{"en", name}, {"zh_CN", "练习"}};
  recipe.lesson = {{"en", "A lesson."}, {"zh_CN", "一课。"}};
  recipe.data.validation = HeldOut::last(40);
  recipe.layers = layersOf(layers, 10);
  recipe.batch = 16;
  recipe.epochs = epochs;
  return recipe;
}

const char* const kSweep = R"({"name": "rates", "title": {"en": "Rates"}, "recipe": "softmax",
  "set": {"epochs": 1},
  "axes": [{"name": "rate", "fields": ["optimizer.learning_rate"], "values": [0.01, 0.1]},
           {"name": "batch", "fields": ["batch"], "values": [16, 64]}]})";

}  // namespace

Places::Places() {
  for (const char* home :
       {"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
    qputenv(home, file(QStringLiteral("user")).toUtf8());
  writeResources();
  writeWrecks();
}

void Places::addSet(const QString& name, int images, const test::ToyFormat& format) {
  m_sets << file(name);
  m_classes[file(name)] = format.classes;
  test::writeToySet(file(name), images, 20 + images / 10, format);
}

void Places::writeWrecks() {
  const auto wreck = [this](const QString& name) {
    m_wrecks << file(name);
    test::writeToySet(m_wrecks.back(), 30, 10, {.side = 8});
    return QDir(m_wrecks.back());
  };
  shorten(wreck(QStringLiteral("cut")).filePath(QStringLiteral("train-images-idx3-ubyte")));
  QFile::remove(wreck(QStringLiteral("part")).filePath(QStringLiteral("t10k-labels-idx1-ubyte")));
  write(wreck(QStringLiteral("classes")).filePath(QStringLiteral("classes.txt")), "a\nb\n");
  QDir().mkpath(file(QStringLiteral("empty")));
  m_wrecks << file(QStringLiteral("empty")) << file(QStringLiteral("nowhere"));

  const QString model = file(QStringLiteral("cut.safetensors"));
  QFile::copy(resources() + QStringLiteral("/models/default.safetensors"), model);
  shorten(model);
  write(file(QStringLiteral("noise.safetensors")), std::string(300, '\x5a'));
  write(file(QStringLiteral("none.json")), "{\"name\": ");
  write(file(QStringLiteral("none.png")), "PNG");
  for (const char* name : {"cut.safetensors", "noise.safetensors", "none.json", "none.png",
                           "missing.safetensors", "missing.json"})
    m_foreign << file(QLatin1String(name));
}

void Places::writeResources() {
  const QDir folder(resources());
  for (const char* name : {"recipes", "sweeps", "models"}) folder.mkpath(QLatin1String(name));
  const QString set = folder.filePath(QStringLiteral("datasets/mnist"));
  test::writeToySet(set, 200, 40);
  m_sets << set;
  m_classes[set] = 10;
  for (const Recipe& recipe :
       {named("softmax", 0, 2), named("mlp", 3, 3), named("cnn", 1, 2), named("long", 2, 2000)})
    write(folder.filePath(QStringLiteral("recipes/%1.json").arg(recipe.name.c_str())),
          toJson(recipe));
  write(folder.filePath(QStringLiteral("sweeps/rates.json")), kSweep);
  const Model model =
      freshModel(named("mlp", 3, 3), loadDataSource("mnist", resources().toStdString()));
  saveModel(folder.filePath(QStringLiteral("models/default.safetensors")).toStdString(), model);
}

Recipe Places::recipe(Random& random, std::uint64_t seed) const {
  Recipe recipe;
  recipe.name = "r" + std::to_string(seed);
  recipe.seed = seed;
  const QString set = oneOf(random.below(10) == 0 ? m_wrecks : m_sets, random);
  recipe.data.set = set.toStdString();
  recipe.data.validation =
      oneOf(std::array{HeldOut{}, HeldOut{}, HeldOut::drawn(0), HeldOut::drawn(5),
                       HeldOut::part(0.3), HeldOut::last(20), HeldOut::last(150)},
            random);
  recipe.data.trainLimit = oneOf(
      std::array{TrainLimit{}, TrainLimit{}, TrainLimit::drawn(25), TrainLimit::first(25)}, random);
  const int classes = random.below(10) == 0 ? 3 : m_classes.value(set, 10);
  recipe.layers = layersOf(random.below(4), classes);
  recipe.batch = oneOf(std::array{1, 5, 16, 64}, random);
  recipe.epochs = oneOf(std::array{1, 2, 3, 1000}, random);
  recipe.averageDecay = oneOf(std::array{0.0, 0.0, 0.9}, random);
  recipe.earlyStopping = oneOf(std::array{0, 0, 1}, random);
  recipe.reportEvery = oneOf(std::array{0, 0, 3}, random);
  recipe.optimizer.kind =
      oneOf(std::array{OptimizerKind::Sgd, OptimizerKind::Momentum, OptimizerKind::Adam}, random);
  recipe.optimizer.learningRate = oneOf(std::array{0.01, 0.05, 0.05, 100.0}, random);
  return recipe;
}

}  // namespace inkling::torture
