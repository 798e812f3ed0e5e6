// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/division/divisionways.h"

#include <QCoreApplication>

namespace inkling::ui {

namespace {

constexpr int kUsualImages = 60'000;  // where their number is not known
constexpr double kUsualPercent = 10;

class DivisionTexts {
  Q_DECLARE_TR_FUNCTIONS(DivisionTexts)
public:
  static QString usual() { return tr("Usual share"); }
  static QString all() { return tr("All"); }
  static QString number() { return tr("Count"); }
  static QString percent() { return tr("Share"); }
  static QString last() { return tr("Last"); }
  static QString first() { return tr("First"); }
  static QString validation() { return tr("Validation"); }
  static QString validationTip() {
    return tr(
        "The training images that are held out to measure on. The usual share is a twelfth, at "
        "most 5,000. All but the last ones are drawn so that every class keeps its share. Try a "
        "smaller number if you have few images.");
  }
  static QString images() { return tr("Training images"); }
  static QString imagesTip() {
    return tr(
        "How many training images are used. A number is drawn so that every class keeps its "
        "share; the first ones are taken as they stand in the file. Try 1,000 to see what more "
        "images are worth.");
  }
};

}  // namespace

void showHeldOut(WayBox& box, const HeldOut& held, int used) {
  using Unit = WayBox::Unit;
  const double usual = countOf(HeldOut{}, used > 0 ? used : kUsualImages);
  const bool share = held.kind == HeldOut::Kind::Share;
  box.showWay({{DivisionTexts::usual(), Unit::None, 0},
               {DivisionTexts::number(), Unit::Images, usual},
               {DivisionTexts::percent(), Unit::Percent, kUsualPercent},
               {DivisionTexts::last(), Unit::Images, usual}},
              static_cast<int>(held.kind), share ? held.share * 100 : held.count);
}

HeldOut heldOutIn(const WayBox& box) {
  const int count = static_cast<int>(box.number());
  switch (static_cast<HeldOut::Kind>(box.way())) {
    case HeldOut::Kind::Count:
      return HeldOut::drawn(count);
    case HeldOut::Kind::Share:
      return HeldOut::part(box.number() / 100);
    case HeldOut::Kind::Last:
      return HeldOut::last(count);
    case HeldOut::Kind::Default:
      break;
  }
  return {};
}

void showTrainLimit(WayBox& box, const TrainLimit& limit, int images) {
  using Unit = WayBox::Unit;
  const double usual = images > 0 ? images : kUsualImages;
  box.showWay({{DivisionTexts::all(), Unit::None, 0},
               {DivisionTexts::number(), Unit::Images, usual},
               {DivisionTexts::first(), Unit::Images, usual}},
              static_cast<int>(limit.kind), limit.count);
}

TrainLimit trainLimitIn(const WayBox& box) {
  const auto kind = static_cast<TrainLimit::Kind>(box.way());
  if (kind == TrainLimit::Kind::All) return {};
  return {kind, static_cast<int>(box.number())};
}

QString heldOutLabel() { return DivisionTexts::validation(); }

QString heldOutTip() { return DivisionTexts::validationTip(); }

QString trainLimitLabel() { return DivisionTexts::images(); }

QString trainLimitTip() { return DivisionTexts::imagesTip(); }

void nameHeldOut(WayBox& box) { box.setTexts(heldOutLabel(), heldOutTip()); }

void nameTrainLimit(WayBox& box) { box.setTexts(trainLimitLabel(), trainLimitTip()); }

}  // namespace inkling::ui
