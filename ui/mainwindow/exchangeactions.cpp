// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/exchangeactions.h"

#include "core/io/importweights.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/prompter.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include <utility>

namespace inkling::ui {

namespace {

struct Imported {
  std::shared_ptr<ModelFile> file;
  QString remarks;
};

bool isArray(const QString& file) {
  return file.endsWith(QLatin1String(".npy"), Qt::CaseInsensitive);
}

/// The usual name of the biases for these weights, if there is such a file.
QString biasBeside(const QString& weights) {
  const QFileInfo info(weights);
  const QString base = info.completeBaseName();
  for (const QString& name : {QStringLiteral("b"), base + QStringLiteral("-b")}) {
    const QString file = info.dir().filePath(name + QStringLiteral(".npy"));
    if (base != name && QFileInfo::exists(file)) return file;
  }
  return {};
}

}  // namespace

ExchangeActions::ExchangeActions(Session& session, Prompter& prompter, QWidget* window)
    : QObject(window),
      m_session(session),
      m_prompter(prompter),
      m_window(window),
      m_export(new QAction(icon(Icon::Export), {}, this)),
      m_import(new QAction(this)) {
  m_export->setObjectName(QStringLiteral("exportAction"));
  m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
  m_import->setObjectName(QStringLiteral("importAction"));
  m_import->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
  connect(m_export, &QAction::triggered, this, &ExchangeActions::exportModel);
  connect(m_import, &QAction::triggered, this, &ExchangeActions::chooseWeights);
  connect(&session, &Session::modelChanged, this, &ExchangeActions::update);
  retranslate();
}

void ExchangeActions::fillMenu(QMenu* menu) const {
  menu->addAction(m_import);
  menu->addAction(m_export);
}

void ExchangeActions::retranslate() {
  m_export->setText(tr("&Export model…"));
  m_import->setText(tr("&Import weights…"));
  m_import->setToolTip(
      tr("Weights from another program: .npz or .safetensors that fit the recipe in the controls, "
         "or W.npy with b.npy."));
  update();
}

void ExchangeActions::update() {
  m_export->setEnabled(m_session.model() != nullptr);
  m_export->setToolTip(m_session.model()
                           ? tr("Write the model for other programs: ONNX, NumPy, safetensors.")
                           : tr("There is no model to export yet. Press Train first."));
}

void ExchangeActions::exportModel() {
  const std::string file = m_session.document().used().path.toStdString();
  (new ExportDialog(m_session.model(), file, m_prompter, m_window))->open();
}

void ExchangeActions::chooseWeights() {
  m_prompter.chooseFile(Prompter::File::ImportWeights, QDir::homePath(),
                        [this](const QString& file) {
                          if (file.isEmpty()) return;
                          if (isArray(file))
                            findBias(file);
                          else
                            import(file, {});
                        });
}

void ExchangeActions::findBias(const QString& weights) {
  if (const QString bias = biasBeside(weights); !bias.isEmpty()) {
    import(weights, bias);
    return;
  }
  m_prompter.chooseFile(Prompter::File::ImportBias, QFileInfo(weights).absolutePath(),
                        [this, weights](const QString& bias) {
                          if (!bias.isEmpty()) import(weights, bias);
                        });
}

void ExchangeActions::import(const QString& weights, const QString& bias) {
  ImportTarget target;
  if (const DataPtr& data = m_session.data()) target = {data->train->shape(), data->classNames};
  const QString hint =
      bias.isEmpty()
          ? tr(" The weights must fit the recipe in the controls, “%1”: choose another recipe, or "
               "edit its layers.")
                .arg(titleOf(m_session.recipe()))
          : QString();
  m_reading.start(
      [weights, bias, target, recipe = m_session.recipe()](const std::atomic<bool>&) {
        ImportedModel imported =
            bias.isEmpty() ? importWeights({weights.toStdString()}, recipe, target)
                           : importPair(weights.toStdString(), bias.toStdString(), target);
        imported.model.recipe.data.set = recipe.data.set;
        QStringList remarks;
        for (const std::string& note : imported.notes) remarks << QString::fromStdString(note);
        return Imported{std::make_shared<ModelFile>(ModelFile{std::move(imported.model), {}}),
                        remarks.join(QLatin1Char(' '))};
      },
      [this](const Imported& found) { emit imported(found.file, found.remarks); },
      [this, hint](const QString& sentence) { emit failed(sentence + hint); });
}

}  // namespace inkling::ui
