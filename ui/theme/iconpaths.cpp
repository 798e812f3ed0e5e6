// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/iconpaths.h"

namespace inkling::ui {
namespace {

QByteArray trainingPaths(Icon which) {
  switch (which) {
    case Icon::Play:
      return "<path d='M7 4.5 19 12 7 19.5z' fill='INK'/>";
    case Icon::Pause:
      return "<path d='M7 5h3v14H7zM14 5h3v14h-3z' fill='INK' stroke-width='1'/>";
    case Icon::Stop:
      return "<rect x='6' y='6' width='12' height='12' rx='1.5' fill='INK'/>";
    case Icon::Rewind:
      return "<path d='M4 5v5h5'/><path d='M4.6 10A8 8 0 1 1 4 13.5'/>";
    case Icon::StepBatch:
      return "<path d='M5 5.5 14 12 5 18.5z' fill='INK'/><path d='M18.5 5v14'/>";
    case Icon::StepEpoch:
      return "<path d='M3 6 10 12 3 18zM10.5 6l7 6-7 6z' fill='INK'/><path d='M21 5v14'/>";
    default:
      return {};
  }
}

QByteArray canvasPaths(Icon which) {
  switch (which) {
    case Icon::Pencil:
      return "<path d='M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3.5 3.2L8.5 19z'/><path d='M14 6.5l3.5 "
             "3.3'/>";
    case Icon::Eraser:
      return "<path d='M9 19.5 3.8 14.3a1.5 1.5 0 0 1 0-2.1L12 4a1.5 1.5 0 0 1 2.1 0l6 6a1.5 1.5 0 "
             "0 1 0 "
             "2.1L12.6 19.5z'/><path d='M8 8l8.2 8.2M9 19.5h11'/>";
    case Icon::Undo:
      return "<path d='M8.5 5 4 9.5 8.5 14'/><path d='M4 9.5h10a5 5 0 0 1 0 10h-4'/>";
    case Icon::Redo:
      return "<path d='M15.5 5 20 9.5 15.5 14'/><path d='M20 9.5H10a5 5 0 0 0 0 10h4'/>";
    case Icon::Clear:
      return "<path d='M4 7h16M9 7V4.5h6V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 11v5M13.7 11v5'/>";
    case Icon::Pin:
      return "<path d='M9 4h6l-.8 6 3.3 3.5h-11L9.8 10z'/><path d='M12 13.5V20'/>";
    case Icon::Dice:
      return "<rect x='4.5' y='4.5' width='15' height='15' rx='2.5'/><circle cx='9' cy='9' r='.9' "
             "fill='INK'/><circle cx='15' cy='15' r='.9' fill='INK'/><circle cx='15' cy='9' r='.9' "
             "fill='INK'/><circle cx='9' cy='15' r='.9' fill='INK'/>";
    case Icon::Picture:
      return "<rect x='3.5' y='5' width='17' height='14' rx='1.5'/><circle cx='8.5' cy='9.8' "
             "r='1.6'/><path d='M4 17.5 9.5 13l3 2.5L16 11.5l4.5 5'/>";
    default:
      return {};
  }
}

QByteArray filePaths(Icon which) {
  switch (which) {
    case Icon::Save:
      return "<path d='M5 4h11l4 4v12H5z'/><path d='M8.5 4v5h6V4M8 20v-6.5h9V20'/>";
    case Icon::Open:
      return "<path d='M3.5 19V5.5h6l2 2.5h8V11'/><path d='M3.5 19 6 11h15.5L19 19z'/>";
    case Icon::Export:
      return "<path d='M12 4v11M7.5 10.8 12 15.3l4.5-4.5M4.5 16v4h15v-4'/>";
    case Icon::Fit:
      return "<path d='M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'/>";
    case Icon::LogScale:
      return "<path d='M5 4v16h15'/><path d='M8.5 17c.3-7 3.5-10.5 11-11'/>";
    default:
      return {};
  }
}

QByteArray pagePaths(Icon which) {
  switch (which) {
    case Icon::Learn:
      return "<path d='M4 4v16h16'/><path d='M7.5 7c1.5 7 5 9.5 12 10'/>";
    case Icon::Data:
      return "<rect x='4' y='4' width='7' height='7' rx='1.2'/><rect x='13' y='4' width='7' "
             "height='7' rx='1.2'/>"
             "<rect x='4' y='13' width='7' height='7' rx='1.2'/><rect x='13' y='13' width='7' "
             "height='7' rx='1.2'/>";
    case Icon::Evaluate:
      return "<circle cx='12' cy='12' r='8.5'/><circle cx='12' cy='12' r='4.5'/><circle cx='12' "
             "cy='12' r='1' fill='INK'/>";
    case Icon::Look:
      return "<path d='M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 "
             "2.5 12z'/>"
             "<circle cx='12' cy='12' r='3'/>";
    case Icon::Sweep:
      return "<path d='M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5'/><circle cx='15' cy='7' "
             "r='2'/><circle cx='9' cy='12' r='2'/>"
             "<circle cx='13' cy='17' r='2'/>";
    case Icon::Runs:
      return "<path d='M8.5 6H20M8.5 12H20M8.5 18H20'/><path d='M4.5 6h.01M4.5 12h.01M4.5 18h.01' "
             "stroke-width='2.6'/>";
    default:
      return {};
  }
}

QByteArray otherPaths(Icon which) {
  switch (which) {
    case Icon::Tick:
      return "<path d='M4.5 12.5 10 18 20 6.5' stroke-width='2.4'/>";
    case Icon::Cross:
      return "<path d='M6 6l12 12M18 6 6 18' stroke-width='2.4'/>";
    case Icon::Copy:
      return "<rect x='8.5' y='8.5' width='11.5' height='11.5' rx='1.5'/><path d='M15.5 "
             "8.5V4H4v11.5h4.5'/>";
    case Icon::Settings:
      return "<circle cx='12' cy='12' r='3'/><path d='M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 "
             "2.1M16.3 16.3l2.1 2.1M5.6 "
             "18.4l2.1-2.1M16.3 7.7l2.1-2.1'/>";
    case Icon::Warning:
      return "<path d='M12 4 2.8 20h18.4z'/><path d='M12 10v4.5M12 17.3v.1'/>";
    case Icon::Info:
      return "<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.7v.1'/>";
    default:
      return {};
  }
}

}  // namespace

QByteArray iconPaths(Icon which) {
  for (const auto& group : {trainingPaths, canvasPaths, filePaths, pagePaths, otherPaths}) {
    const QByteArray found = group(which);
    if (!found.isEmpty()) return found;
  }
  return {};
}

}  // namespace inkling::ui
