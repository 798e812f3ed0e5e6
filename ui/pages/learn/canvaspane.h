// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/inkreading.h"

#include <QWidget>

class QLabel;

namespace inkling::ui {

class CanvasPanel;
class Session;

/// The canvas with the newest model reading it: again after every change of the drawing and of the
/// model.
class CanvasPane final : public QWidget {
  Q_OBJECT
public:
  explicit CanvasPane(Session& session, QWidget* parent = nullptr);

  CanvasPanel* panel() const { return m_panel; }
  void setGlyph(const Glyph& glyph);

protected:
  void changeEvent(QEvent* event) override;

private:
  void read();
  void tellSelection();
  void showModel();
  void describeReader();

  Session& m_session;
  InkReader m_inkReader;
  CanvasPanel* m_panel;
  QLabel* m_reader;
};

}  // namespace inkling::ui
