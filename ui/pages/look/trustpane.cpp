// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/trustpane.h"

#include "core/analysis/parity.h"
#include "core/analysis/weighthash.h"
#include "core/data/datasource.h"
#include "core/model/fits.h"
#include "core/train/gradientcheck.h"
#include "ui/session/session.h"
#include "ui/widgets/figuretext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>

namespace inkling::ui {

namespace {

constexpr int kCheckedImages = 4;     // enough for every path, few enough to be quick
constexpr int kCheckedElements = 25;  // of each parameter

QString scientific(double value) { return powerText(value, 1); }

}  // namespace

TrustPane::TrustPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_check(new QPushButton(this)),
      m_checked(new QLabel(this)),
      m_parity(new QPushButton(this)),
      m_compared(new QLabel(this)),
      m_table(new QLabel(this)),
      m_hash(new QLabel(this)) {
  build();
  connect(m_check, &QPushButton::clicked, this, &TrustPane::checkGradients);
  connect(m_parity, &QPushButton::clicked, this, &TrustPane::toggleParity);
  retranslate();
}

void TrustPane::build() {
  setObjectName(QStringLiteral("trustPane"));
  m_check->setObjectName(QStringLiteral("gradientCheck"));
  m_checked->setObjectName(QStringLiteral("gradientChecked"));
  m_parity->setObjectName(QStringLiteral("parityCheck"));
  m_compared->setObjectName(QStringLiteral("parityState"));
  m_table->setObjectName(QStringLiteral("parityTable"));
  m_table->setTextFormat(Qt::RichText);
  m_hash->setObjectName(QStringLiteral("weightHash"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 8, 0, 0);
  column->setSpacing(10);
  for (QLabel* label : {m_checked, m_compared, m_table, m_hash}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  column->addWidget(m_check, 0, Qt::AlignLeft);
  column->addWidget(m_checked);
  column->addSpacing(6);
  column->addWidget(m_parity, 0, Qt::AlignLeft);
  column->addWidget(m_compared);
  column->addWidget(m_table);
  column->addStretch(1);
  column->addWidget(m_hash);
}

void TrustPane::setModel(const ModelPtr& model) {
  m_model = model;
  if (isVisible()) showHash();
}

void TrustPane::showHash() {
  m_hash->setText(m_model ? tr("Hash of the weights: <b>%1</b>. Two machines that trained the same "
                               "recipe show the same one if "
                               "their weights agree to the last bit.")
                                .arg(QString::fromStdString(weightHash(m_model->network)))
                          : QString());
}

void TrustPane::checkGradients() {
  const DataView samples = m_session.modelSplit().train.first(kCheckedImages);
  if (!m_model || samples.count() == 0 || !fits(m_model->network, samples))
    return m_checked->setText(tr("The check needs a model and a data set that fit each other."));
  m_check->setEnabled(false);
  m_checked->setText(tr("Comparing …"));
  m_checker.start(
      [model = m_model, samples](const std::atomic<bool>& cancel) {
        GradientCheckOptions options;
        options.elements = kCheckedElements;
        options.cancel = &cancel;
        return inkling::checkGradients(*model, samples, options);
      },
      [this](const GradientReport& report) {
        m_check->setEnabled(true);
        m_checked->setText(
            tr("%1 derivatives of this network compared with differences of its loss, "
               "in double precision: the largest relative error is <b>%2</b>.")
                .arg(report.checked())
                .arg(scientific(report.largestError())));
      },
      [this](const QString& sentence) {
        m_check->setEnabled(true);
        m_checked->setText(sentence);
      });
}

void TrustPane::toggleParity() {
  if (m_comparing) {
    m_comparer.cancel();
    m_comparing = false;
    return retranslate();
  }
  m_comparing = true;
  m_differences.clear();
  compare();
  retranslate();
}

void TrustPane::compare() {
  m_comparer.start(
      [this, resources = m_session.resources(),
       threads = m_session.threads()](const std::atomic<bool>& cancel) {
        const auto folder = resources / "parity";
        const DataSource mnist = loadDataSource("mnist", resources);
        for (const ParityReference& reference : loadParityReferences(folder)) {
          const double largest = parityDifference(folder, reference, mnist, threads, &cancel);
          if (cancel) return;
          QMetaObject::invokeMethod(
              this,
              [this, name = QString::fromStdString(reference.name), largest] {
                if (!m_comparing) return;
                m_differences.push_back({name, largest});
                retranslate();
              },
              Qt::QueuedConnection);
        }
      },
      [this] {
        m_comparing = false;
        retranslate();
      },
      [this](const QString& sentence) {
        m_comparing = false;
        retranslate();
        m_compared->setText(sentence);
      });
}

void TrustPane::showParity(bool done) {
  QString rows;
  double largest = 0;
  for (const auto& [name, difference] : m_differences) {
    largest = std::max(largest, difference);
    rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td align=right>%2</td></tr>")
                .arg(name, scientific(difference));
  }
  m_table->setText(rows.isEmpty() ? QString()
                                  : QStringLiteral("<table cellpadding=1>%1</table>").arg(rows));
  m_compared->setText(
      !done ? tr("Training …")
      : rows.isEmpty()
          ? tr("Trains seven small networks for 200 steps each, from the same weights and on "
               "the same images as PyTorch did (the dense ones NumPy as well), and "
               "compares every loss.")
          : tr("The losses of 200 steps differ from those of PyTorch in double "
               "precision by <b>%1</b> of their "
               "size at most; single precision explains 0.0001.")
                .arg(scientific(largest)));
}

void TrustPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showHash();
}

void TrustPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void TrustPane::retranslate() {
  m_check->setText(tr("Check the gradients"));
  m_check->setToolTip(tr(
      "Compares the backward pass with what the loss really does when a weight is moved a little: "
      "below 0.00001 it is right."));
  if (m_checked->text().isEmpty())
    m_checked->setText(tr("Does the backward pass compute what the loss really does?"));
  m_parity->setText(m_comparing ? tr("Cancel") : tr("Compare with PyTorch and NumPy"));
  m_parity->setToolTip(
      tr("Trains the networks of the test references here and now. It takes some seconds; press "
         "again to cancel."));
  showParity(!m_comparing);
  showHash();
}

}  // namespace inkling::ui
