// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filetype.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace inkling {
namespace {

using namespace std::string_view_literals;

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool isHtml(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size()));
  const std::string begin = lowered(text.substr(0, 20));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

// A zip archive by the name of its first entry.
std::string_view archiveType(std::string_view text) {
  constexpr std::size_t kLocalSize = 30;
  constexpr std::size_t kNameSize = 26;
  if (text.size() < kLocalSize) return kZipType;
  const auto size = static_cast<std::size_t>(static_cast<unsigned char>(text[kNameSize]));
  const std::string_view name = text.substr(kLocalSize, size);
  if (name.ends_with(".npy")) return kNpzType;
  if (name.ends_with("data.pkl")) return "a PyTorch model";
  const bool keras = name == "metadata.json" || name == "config.json" || name == "model.weights.h5";
  return keras ? "a Keras model" : kZipType;
}

// Protocol buffers: field 1 is the version of the format, then comes the producer's name or, as
// fields 2, 7 and 8, what else a model has.
bool isOnnx(std::string_view text) {
  constexpr char kMostVersions = 32;
  return text.size() > 3 && text[0] == '\x08' && text[1] > 0 && text[1] < kMostVersions &&
         (text[2] == '\x12' || text[2] == '\x3a' || text[2] == '\x42');
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kBeginnings = {{
    {"\x93NUMPY"sv, kNpyType},
    {"version https://git-lfs.github.com/spec/"sv,
     "a Git LFS pointer (the file itself was not downloaded; git lfs pull does that)"},
    {"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19"sv, "a PyTorch model"},
    {"\x80\x02"sv, "a Python pickle"},
    {"\x80\x03"sv, "a Python pickle"},
    {"\x80\x04"sv, "a Python pickle"},
    {"\x80\x05"sv, "a Python pickle"},
    {"\x89HDF\r\n"sv, "an HDF5 file (Keras)"},
    {"\x89PNG\r\n"sv, "a PNG picture"},
    {"\xff\xd8\xff"sv, "a JPEG picture"},
    {"%PDF-"sv, "a PDF document"},
    {"GGUF"sv, "a GGUF model"},
    {"\x1f\x8b"sv, "a gzip file"},
}};

bool isCutOffJpeg(std::span<const char> bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  constexpr unsigned kEnd = 0xD9;
  std::size_t at = 2;
  while (at + 1 < bytes.size()) {
    const unsigned marker = byte(at + 1);
    // Pixels, which hold FF only before 0 or a restart, and fill bytes.
    if (byte(at) != 0xFF || marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7)) {
      ++at;
      continue;
    }
    if (marker == kEnd) return false;
    if (at + 3 >= bytes.size()) break;
    at += 2 + (static_cast<std::size_t>(byte(at + 2)) << 8 | byte(at + 3));
  }
  return true;
}

// By the size of its pixels, where they are not compressed; what the head says of the whole file
// is often wrong.
bool isCutOffBitmap(std::span<const char> bytes) {
  constexpr std::size_t kHeads = 54;
  constexpr std::uint64_t kSecondHead = 40;
  constexpr std::uint64_t kMostPixels = 1U << 24;  // a side
  const auto number = [&](std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  if (bytes.size() < kHeads - kSecondHead + 4) return true;
  if (number(14, 4) < kSecondHead) return false;  // of OS/2
  if (bytes.size() < kHeads) return true;
  const auto height = static_cast<std::int32_t>(number(22, 4));  // below 0: from the top down
  const std::uint64_t width = number(18, 4);
  const std::uint64_t compression = number(30, 4);
  if (compression != 0 && compression != 3) return false;
  if (width > kMostPixels) return false;
  const std::uint64_t row = (width * number(28, 2) + 31) / 32 * 4;
  return number(10, 4) + row * static_cast<std::uint64_t>(std::abs(std::int64_t{height})) >
         bytes.size();
}

}  // namespace

std::string_view typeOf(std::span<const char> bytes) {
  constexpr std::size_t kPrefix = 8;
  constexpr std::size_t kIdentifier = 4;  // of FlatBuffers
  const std::string_view text(bytes.data(), bytes.size());
  if (text.size() > kPrefix && text[kPrefix] == '{' && text[kPrefix - 1] == '\0')
    return kSafetensorsType;
  if (text.starts_with("PK\x03\x04"sv)) return archiveType(text);
  for (const auto& [beginning, type] : kBeginnings)
    if (text.starts_with(beginning)) return type;
  if (text.size() > kPrefix && text.substr(kIdentifier).starts_with("TFL3"sv))
    return "a TensorFlow Lite model";
  if (isHtml(text)) return "an HTML page";
  return isOnnx(text) ? "an ONNX model" : std::string_view();
}

void requireType(std::span<const char> bytes, std::string_view wanted, const std::string& source) {
  const std::string_view type = typeOf(bytes);
  if (!type.empty() && type != wanted)
    throw Error(source + " is " + std::string(type) + ", not " + std::string(wanted) + ".");
}

bool isCutOffPicture(std::span<const char> bytes) {
  const std::string_view text(bytes.data(), bytes.size());
  if (text.starts_with("\xff\xd8\xff"sv)) return isCutOffJpeg(bytes);
  return text.starts_with("BM"sv) && isCutOffBitmap(bytes);
}

}  // namespace inkling
