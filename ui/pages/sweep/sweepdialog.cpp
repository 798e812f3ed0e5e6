// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/sweepdialog.h"

#include "ui/pages/sweep/axisrow.h"
#include "ui/session/sentences.h"
#include "ui/theme/colours.h"
#include "ui/widgets/division/divisionways.h"
#include "ui/widgets/screenfit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr std::size_t kMostAxes = 5;

QSpinBox* spinBox(const char* name, int low, int high, int value) {
  auto* box = new QSpinBox;
  box->setObjectName(QLatin1String(name));
  box->setRange(low, high);
  box->setValue(value);
  return box;
}

}  // namespace

SweepDialog::SweepDialog(Recipe base, std::filesystem::path resources, const DataReading& reading,
                         int used, QStringList taken, QWidget* parent)
    : QDialog(parent),
      m_base(std::move(base)),
      m_resources(std::move(resources)),
      m_reading(reading),
      m_used(used),
      m_taken(std::move(taken)),
      m_fields(sweepFields(m_base)) {
  setObjectName(QStringLiteral("sweepDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("New sweep of “%1”").arg(titleOf(m_base)));
  new ScreenFit(*this, {620, 0});
  build();
  for (const char* usual : {"optimizer.learning_rate", "batch"}) {
    const auto found =
        std::ranges::find(m_fields, QStringList{QLatin1String(usual)}, &SweepField::fields);
    if (found != m_fields.end()) addAxis(static_cast<int>(found - m_fields.begin()));
  }
  check();
}

void SweepDialog::build() {
  auto* column = new QVBoxLayout(this);
  m_name = new QLineEdit(freeName());
  m_name->setObjectName(QStringLiteral("sweepName"));
  auto* form = new QFormLayout;
  form->addRow(tr("&Name"), m_name);
  column->addLayout(form);
  column->addWidget(new QLabel(tr("Settings to vary, and the values to try:")));
  m_axes = new QVBoxLayout;
  column->addLayout(m_axes);
  m_add = new QToolButton;
  m_add->setObjectName(QStringLiteral("sweepAddAxis"));
  m_add->setText(tr("+ &another setting"));
  m_add->setToolTip(tr("Vary one more setting; at most five."));
  column->addWidget(m_add);
  column->addWidget(buildSearch());
  column->addWidget(buildOptions());
  m_result = new QLabel;
  m_result->setObjectName(QStringLiteral("sweepDraftResult"));
  m_result->setWordWrap(true);
  column->addWidget(m_result);
  column->addStretch();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  m_make = buttons->addButton(tr("&Make the sweep"), QDialogButtonBox::AcceptRole);
  m_make->setObjectName(QStringLiteral("sweepMake"));
  column->addWidget(buttons);
  connect(m_add, &QToolButton::clicked, this, [this] {
    addAxis(unused());
    check();
  });
  connect(m_name, &QLineEdit::textChanged, this, &SweepDialog::check);
  connect(buttons, &QDialogButtonBox::accepted, this, &SweepDialog::finish);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget* SweepDialog::buildSearch() {
  m_grid = new QRadioButton(tr("Every &combination (grid)"));
  m_grid->setObjectName(QStringLiteral("sweepGrid"));
  m_grid->setToolTip(tr("Few settings with few values: see how each of them acts."));
  m_grid->setChecked(true);
  m_random = new QRadioButton(tr("&Random draws:"));
  m_random->setObjectName(QStringLiteral("sweepRandom"));
  m_random->setToolTip(
      tr("Many settings: random draws find a good one with fewer trials than a "
         "grid, as a rule (Bergstra and Bengio 2012)."));
  m_draws = spinBox("sweepDraws", 1, 1000, 20);
  m_draws->setAccessibleName(tr("Number of random draws"));
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_grid);
  row->addWidget(m_random);
  row->addWidget(m_draws);
  row->addStretch();
  connect(m_random, &QRadioButton::toggled, this, &SweepDialog::check);
  connect(m_draws, &QSpinBox::valueChanged, this, &SweepDialog::check);
  return box;
}

QWidget* SweepDialog::buildOptions() {
  m_seeds = new QLineEdit(QString::number(m_base.seed));
  m_seeds->setObjectName(QStringLiteral("sweepSeeds"));
  m_seeds->setToolTip(
      tr("Every setting is trained once with each seed; figures are means. Three seeds tell luck "
         "from skill: try 1, 2, 3."));
  m_validation = new WayBox(QStringLiteral("sweepValidation"));
  const HeldOut& held = m_base.data.validation;
  showHeldOut(*m_validation, held.none() ? HeldOut{} : held, m_used);
  nameHeldOut(*m_validation);
  m_stopsEarly = new QCheckBox(tr("Stop a trial &early, after"));
  m_stopsEarly->setObjectName(QStringLiteral("sweepStopsEarly"));
  m_stopsEarly->setChecked(m_base.earlyStopping > 0);
  m_stopsEarly->setToolTip(
      tr("Ends a trial when so many epochs have passed without a better validation loss."));
  m_patience = spinBox("sweepPatience", 1, 1000, std::max(3, m_base.earlyStopping));
  m_patience->setAccessibleName(tr("Epochs without a better validation loss"));
  auto* early = new QHBoxLayout;
  early->addWidget(m_stopsEarly);
  early->addWidget(m_patience);
  early->addWidget(new QLabel(tr("epochs without a better validation loss")));
  early->addStretch();
  auto* box = new QWidget;
  auto* form = new QFormLayout(box);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(tr("&Seeds"), m_seeds);
  form->addRow(tr("Images for &validation"), m_validation);
  form->addRow(early);
  connect(m_seeds, &QLineEdit::textChanged, this, &SweepDialog::check);
  connect(m_validation, &WayBox::entered, this, &SweepDialog::check);
  connect(m_stopsEarly, &QCheckBox::toggled, this, &SweepDialog::check);
  return box;
}

void SweepDialog::addAxis(int field) {
  auto* row =
      new AxisRow(m_fields, std::min(field, static_cast<int>(m_fields.size()) - 1), m_made++);
  m_rows.push_back(row);
  m_axes->addWidget(row);
  connect(row, &AxisRow::changed, this, &SweepDialog::check);
  connect(row, &AxisRow::removed, this, [this, row] { removeAxis(row); });
}

void SweepDialog::removeAxis(AxisRow* row) {
  std::erase(m_rows, row);
  row->hide();
  row->deleteLater();
  check();
}

int SweepDialog::unused() const {
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    const bool used = std::ranges::any_of(
        m_rows, [&](const AxisRow* row) { return row->axis().field.fields == m_fields[i].fields; });
    if (!used) return static_cast<int>(i);
  }
  return 0;
}

QString SweepDialog::freeName() const {
  const QString base = QString::fromStdString(m_base.name) + QStringLiteral("-sweep");
  QString name = base;
  for (int i = 2; m_taken.contains(name); ++i) name = base + QStringLiteral("-%1").arg(i);
  return name;
}

SweepDraft SweepDialog::draft() const {
  SweepDraft draft;
  draft.name = m_name->text();
  draft.base = m_base;
  for (const AxisRow* row : m_rows) draft.axes.push_back(row->axis());
  draft.randomCount = m_random->isChecked() ? m_draws->value() : 0;
  draft.seeds = m_seeds->text();
  draft.validation = heldOutIn(*m_validation);
  draft.earlyStopping = m_stopsEarly->isChecked() ? m_patience->value() : 0;
  return draft;
}

void SweepDialog::check() {
  m_draws->setEnabled(m_random->isChecked());
  m_patience->setEnabled(m_stopsEarly->isChecked());
  m_add->setEnabled(m_rows.size() < kMostAxes);
  DraftOutcome outcome = sweepOf(draft(), m_resources, m_reading);
  if (outcome.problem.isEmpty() && m_taken.contains(m_name->text().trimmed()))
    outcome.problem = tr("There is a sweep of this name already.");
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    m_rows[i]->setRandom(m_random->isChecked());
    m_rows[i]->setRemovable(m_rows.size() > 1);
    m_rows[i]->setProblem(outcome.axis == static_cast<int>(i) ? outcome.problem : QString());
  }
  const bool good = outcome.problem.isEmpty();
  m_make->setEnabled(good);
  m_make->setToolTip(good ? QString() : outcome.problem);
  m_result->setText(good                ? resultText(outcome)
                    : outcome.axis >= 0 ? tr("Not yet: see above.")
                                        : QStringLiteral("✗ ") + outcome.problem);
  QPalette colours = palette();
  if (!good) colours.setColor(QPalette::WindowText, coloursOf(colours).wrong);
  m_result->setPalette(colours);
}

QString SweepDialog::resultText(const DraftOutcome& outcome) {
  const QString trials =
      tr("Trials: %1, each trained on one core, side by side.").arg(outcome.trials);
  if (outcome.missing == 0) return trials;
  return tr("%1 There are no more than %2 different settings to draw.")
      .arg(trials)
      .arg(outcome.spec.randomCount - outcome.missing);
}

void SweepDialog::finish() {
  const DraftOutcome outcome = sweepOf(draft(), m_resources, m_reading);
  if (!outcome.problem.isEmpty()) return;
  emit made(outcome.spec);
  accept();
}

}  // namespace inkling::ui
