// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/inkreading.h"
#include "ui/session/personaldigits.h"
#include "ui/session/picturereader.h"

#include <QWidget>

class QLabel;

namespace inkling::ui {

class CanvasPanel;
class CorrectionRow;
class HandwritingDialog;
class Prompter;
class Session;

/// The canvas with the newest model reading it: again after every change of the drawing and of the
/// model. What is read wrong can be corrected, and is kept.
class CanvasPane final : public QWidget {
  Q_OBJECT
public:
  CanvasPane(Session& session, Prompter& prompter, QWidget* parent = nullptr);

  CanvasPanel* panel() const { return m_panel; }
  PersonalDigits& personal() { return m_personal; }
  void setGlyph(const Glyph& glyph);  ///< of a data set

signals:
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void connectPanel();
  void openPicture(const QString& path);
  void choosePicture();
  void showSample();
  void pin();
  void bringBack(int pin);
  void prepareAnew();
  void read();
  void tellChosen();
  void showCollection();
  void showModel();
  void describeReader();

  Session& m_session;
  Prompter& m_prompter;
  PersonalDigits m_personal;
  PictureReader m_pictures;
  InkReader m_inkReader;
  CanvasPanel* m_panel;
  CorrectionRow* m_correction;
  HandwritingDialog* m_collection = nullptr;  ///< once it was wanted
  QLabel* m_reader;
};

}  // namespace inkling::ui
