// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/exportdialog.h"

#include "core/base/error.h"
#include "core/io/exchange.h"
#include "core/io/onnx.h"
#include "core/io/outputs.h"
#include "ui/dialogs/prompter.h"
#include "ui/theme/colours.h"
#include "ui/widgets/screenfit.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <utility>

namespace inkling::ui {

namespace {

constexpr std::array kSuffixes{".onnx", ".npz", ".safetensors", ".npy"};

constexpr const char* kPairSnippet = R"(# Needs NumPy (Debian: python3-numpy).
import numpy as np

W = np.load(%1)  # inputs x classes
b = np.load(%2)  # 1 x classes
x = np.zeros((1, W.shape[0]), np.float32)  # N images as rows, pixels 0 ... 1
logits = x @ W + b
p = np.exp(logits - logits.max(axis=1, keepdims=True))
p /= p.sum(axis=1, keepdims=True)
print(p.argmax(axis=1), p.max(axis=1))
)";

/// As a Python text.
QString quoted(QString text) {
  text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
  text.replace(QLatin1Char('"'), QLatin1String("\\\""));
  return QLatin1Char('"') + text + QLatin1Char('"');
}

/// Where b goes when W goes to `file`.
QString biasBeside(const QString& file) {
  const QFileInfo info(file);
  const QString base = info.completeBaseName();
  return info.dir().filePath(base == QLatin1String("W") ? QStringLiteral("b.npy")
                                                        : base + QStringLiteral("-b.npy"));
}

}  // namespace

ExportDialog::ExportDialog(ModelPtr model, std::filesystem::path file, Prompter& prompter,
                           QWidget* parent)
    : QDialog(parent),
      m_model(std::move(model)),
      m_file(std::move(file)),
      m_prompter(prompter),
      m_choice(canExportOnnx() ? Onnx : Npz) {
  setObjectName(QStringLiteral("exportDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Export model"));
  new ScreenFit(*this, {680, 520});
  build();
  refresh();
}

void ExportDialog::build() {
  static constexpr std::array kNames{"exportOnnx", "exportNpz", "exportSafetensors", "exportPair"};
  auto* column = new QVBoxLayout(this);
  for (int i = 0; i < kChoices; ++i) {
    const auto choice = static_cast<Choice>(i);
    auto* button = new QRadioButton(textOf(choice));
    button->setObjectName(QLatin1String(kNames[static_cast<std::size_t>(i)]));
    button->setToolTip(noteOf(choice));
    button->setEnabled(isPossible(choice));
    button->setChecked(choice == m_choice);
    m_buttons[static_cast<std::size_t>(i)] = button;
    column->addWidget(button);
    connect(button, &QRadioButton::clicked, this, [this, choice] {
      m_choice = choice;
      refresh();
    });
  }
  m_note = new QLabel;
  m_note->setObjectName(QStringLiteral("exportNote"));
  m_code = new QPlainTextEdit;
  m_code->setObjectName(QStringLiteral("exportCode"));
  m_code->setAccessibleName(tr("Python that reads the file"));
  m_code->setReadOnly(true);
  m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
  QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPointSizeF(font().pointSizeF());
  m_code->setFont(fixed);
  m_message = new QLabel;
  m_message->setObjectName(QStringLiteral("exportMessage"));
  for (QLabel* label : {m_note, m_message}) label->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  m_save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
  m_save->setObjectName(QStringLiteral("exportSave"));
  m_save->setDefault(true);
  auto* copy = buttons->addButton(tr("&Copy the Python"), QDialogButtonBox::ActionRole);
  copy->setObjectName(QStringLiteral("exportCopy"));
  column->addWidget(m_note);
  column->addWidget(m_code, 1);
  column->addWidget(m_message);
  column->addWidget(buttons);
  connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
  connect(copy, &QPushButton::clicked, this, &ExportDialog::copy);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ExportDialog::textOf(Choice choice) const {
  switch (choice) {
    case Onnx:
      return tr("&ONNX: the whole network, for OpenCV, ONNX Runtime and others");
    case Npz:
      return tr("&NumPy: the weights by name (.npz)");
    case Safetensors:
      return tr("Safe&tensors: the weights by name, without Inkling's own data");
    default:
      return tr("&W.npy and b.npy: the two arrays of softmax regression");
  }
}

QString ExportDialog::noteOf(Choice choice) const {
  switch (choice) {
    case Onnx:
      return isPossible(choice) ? tr("Takes images of 0 … 1 and gives probabilities: the scaling "
                                     "of the pixels and "
                                     "softmax are in it. Any number of images at once.")
                                : tr("This Inkling was built without the ONNX package.");
    case Pair:
      return isPossible(choice) ? tr("So that logits are x·W + b, for pixels of 0 … 1.")
                                : tr("Only for a network of one dense layer with bias.");
    default:
      return tr(
          "The weights alone: your program has to know the layers. Pixels must be scaled as "
          "the recipe says.");
  }
}

bool ExportDialog::isPossible(Choice choice) const {
  const auto& layers = m_model->network.specs();
  if (choice == Onnx) return canExportOnnx();
  return choice != Pair ||
         (layers.size() == 1 && layers[0].kind == LayerKind::Dense && layers[0].bias);
}

QString ExportDialog::suggestedName() const {
  const QString name =
      m_choice == Pair ? QStringLiteral("W") : QString::fromStdString(m_model->recipe.name);
  return name + QLatin1String(kSuffixes[m_choice]);
}

QString ExportDialog::snippetFor(const QString& file) const {
  if (m_choice == Pair)
    return QLatin1String(kPairSnippet).arg(quoted(file), quoted(biasBeside(file)));
  return QString::fromStdString(
      pythonSnippet(static_cast<ExportFormat>(m_choice), file.toStdString()));
}

void ExportDialog::refresh() {
  m_note->setText(noteOf(m_choice));
  m_code->setPlainText(snippetFor(suggestedName()));
  say({}, false);
}

void ExportDialog::save() {
  m_prompter.chooseFile(Prompter::File::ExportModel, QDir::home().filePath(suggestedName()),
                        [this](const QString& file) {
                          if (!file.isEmpty()) write(file);
                        });
}

void ExportDialog::write(const QString& file) {
  if (!file.endsWith(QLatin1String(kSuffixes[m_choice]), Qt::CaseInsensitive)) {
    say(tr("The name of this kind of file must end in %1.").arg(QLatin1String(kSuffixes[m_choice])),
        true);
    return;
  }
  m_save->setEnabled(false);
  m_writing.start(
      [file, own = m_file, model = m_model, choice = m_choice](const std::atomic<bool>&) {
        requireOutputs({file.toStdString()}, {own});
        if (choice == Pair)
          exportPair(file.toStdString(), biasBeside(file).toStdString(), *model);
        else
          exportModel(file.toStdString(), *model);
      },
      [this, file] {
        m_save->setEnabled(true);
        m_code->setPlainText(snippetFor(file));
        say(tr("Saved %1. The Python above reads it.").arg(QDir::toNativeSeparators(file)), false);
      },
      [this](const QString& sentence) {
        m_save->setEnabled(true);
        say(sentence, true);
      });
}

void ExportDialog::copy() {
  QGuiApplication::clipboard()->setText(m_code->toPlainText());
  say(tr("Copied."), false);
}

void ExportDialog::say(const QString& sentence, bool wrong) {
  QPalette colours = palette();
  if (wrong) colours.setColor(QPalette::WindowText, coloursOf(colours).wrong);
  m_message->setPalette(colours);
  m_message->setText(wrong ? QStringLiteral("✗ ") + sentence : sentence);
}

}  // namespace inkling::ui
