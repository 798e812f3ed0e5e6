// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include <optional>

namespace inkling::ui {

/// A field for a number that takes any text, so that a wrong one can be explained instead of being
/// swallowed. Arrow keys and the wheel step through sensible values.
class NumberBox final : public QAbstractSpinBox {
  Q_OBJECT
public:
  enum class Steps {
    One,       ///< … 9, 10, 11 …
    Double,    ///< … 32, 64, 128 …
    Decade,    ///< … 0.01, 0.02, 0.05, 0.1 …
    Twentieth  ///< … 0.05, 0.1, 0.15 …
  };

  NumberBox(Steps steps, double least, double most, QWidget* parent = nullptr);

  void setNumber(double number);
  /// What the text says; none if it is not a number (or not a whole one where only those are
  /// allowed).
  std::optional<double> number() const;
  double least() const { return m_least; }
  double most() const { return m_most; }

  void stepBy(int steps) override;
  QValidator::State validate(QString& input, int& position) const override;

signals:
  /// The user has entered something: check number().
  void entered();

protected:
  StepEnabled stepEnabled() const override;

private:
  double next(double number, bool up) const;
  QString format(double number) const;
  void enter();

  Steps m_steps;
  double m_least;
  double m_most;
  QString m_entered;
};

}  // namespace inkling::ui
