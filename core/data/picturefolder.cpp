// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturefolder.h"

#include "core/base/error.h"
#include "core/base/grouped.h"
#include "core/data/picturepass.h"

namespace inkling {
namespace {

std::string sideBySide(const Shape& shape) {
  return std::to_string(shape.width) + "×" + std::to_string(shape.height);
}

/// "3 of 10,000 pictures"
std::string ofPictures(int count, int all) {
  return grouped(count) + " of " + grouped(all) + (all == 1 ? " picture" : " pictures");
}

/// The first guess is of a few pictures; another one suits them all, or the files change.
PicturePass passThatSuits(const PictureList& list, const DataReading& reading,
                          const std::string& name) {
  constexpr int kMostPasses = 4;
  PictureLayout layout = probePictures(list, reading).layout();
  for (int i = 0; i < kMostPasses; ++i) {
    PicturePass pass = readAllPictures(list, layout, reading);
    if (pass.layout == layout) return pass;
    layout = pass.layout;
  }
  throw Error("The pictures in " + name + " change while they are read.");
}

void requireMostRead(const PictureTally& tally, const std::string& name) {
  constexpr int kShare = 10;
  const int all = tally.read + tally.unread;
  if (tally.unread * std::int64_t{kShare} > all)
    throw Error(ofPictures(tally.unread, all) + " in " + name +
                " cannot be read. The first: " + tally.whyUnread);
}

void tellWhatWasDone(const PicturePass& pass, std::vector<std::string>& notes) {
  const PictureTally& tally = pass.tally;
  const int all = tally.read + tally.unread;
  const std::string into =
      " were scaled to fit into " + sideBySide(pass.layout.shape) + " pixels, and centred there.";
  if (pass.layout.fitted)
    notes.push_back((tally.size ? "The pictures, which have sides of more than " +
                                      std::to_string(kMostPixelsASide) + " pixels,"
                                : std::string("The pictures, which differ in size,")) +
                    into);
  if (pass.layout.shape.channels == 1 && tally.colourful > 0)
    notes.push_back(ofPictures(tally.colourful, all) + " are coloured: read as grey.");
  if (tally.deep > 0)
    notes.push_back(ofPictures(tally.deep, all) + " have more than 8 bits a value: scaled to 8.");
  if (tally.unread > 0)
    notes.push_back(ofPictures(tally.unread, all) +
                    " cannot be read and are left out. The first: " + tally.whyUnread);
}

}  // namespace

bool recognisesPictures(const DataPlace& place) { return holdsPictures(place); }

std::vector<DataChoice> pictureChoices(const DataPlace&) { return {}; }

FoundData readPictures(const DataPlace& place, const DataReading& reading) {
  const std::string name = place.path.string();
  if (!reading.pictures)
    throw Error("Cannot read the pictures in " + name + ": this program reads no pictures.");
  PictureList list = listPictures(place, reading);
  PicturePass pass = passThatSuits(list, reading, name);
  requireMostRead(pass.tally, name);
  FoundData found;
  found.classNames = std::move(list.classNames);
  found.notes = std::move(list.notes);
  tellWhatWasDone(pass, found.notes);
  found.train = std::move(pass.train);
  found.test = std::move(pass.test);
  return found;
}

}  // namespace inkling
