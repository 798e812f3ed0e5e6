// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/arrayreader.h"

#include "core/base/error.h"
#include "core/base/extents.h"
#include "core/base/readfile.h"
#include "core/data/ziparchive.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <optional>

namespace inkling {
namespace {

constexpr std::string_view kArrayEnding = ".npy";
constexpr std::uint64_t kAtMost = std::numeric_limits<std::int64_t>::max();

/// Bytes of a value; 0: its type is not known. "<U7" is a text of 7 characters.
std::size_t widthOfType(std::string_view type) {
  if (const auto number = numpyNumberType(type)) return number->bytes;
  constexpr std::size_t kCharacter = 4;
  constexpr std::size_t kMostCharacters = 4096;
  if (type.size() < 3 || type[1] != 'U') return 0;
  std::size_t characters = 0;
  std::from_chars(type.data() + 2, type.data() + type.size(), characters);
  return characters > kMostCharacters ? 0 : characters * kCharacter;
}

/// Above kAtMost: that.
std::uint64_t product(const std::vector<int>& shape, std::uint64_t size) {
  for (const int extent : shape) {
    if (extent == 0) return 0;
    size = size > kAtMost / static_cast<std::uint64_t>(extent)
               ? kAtMost
               : size * static_cast<std::uint64_t>(extent);
  }
  return size;
}

const ZipMember& memberOf(const ZipArchive& archive, const std::string& name) {
  const ZipMember* found = nullptr;
  for (const ZipMember& member : archive.members()) {
    if (member.name != name) continue;
    if (found) throw Error(archive.source() + ": " + name + " is there twice.");
    found = &member;
  }
  if (!found) throw Error(archive.source() + " has no " + name + ".");
  return *found;
}

}  // namespace

std::string ArrayPlace::text() const {
  if (member.empty()) return file.string();
  return file.string() + ": " +
         std::string(std::string_view(member).substr(0, member.size() - kArrayEnding.size()));
}

std::vector<ArrayPlace> arraysIn(const std::filesystem::path& archive) {
  const ZipArchive members(archive);
  std::vector<ArrayPlace> arrays;
  for (const ZipMember& member : members.members())
    if (member.name.size() > kArrayEnding.size() && member.name.ends_with(kArrayEnding))
      arrays.push_back({archive, member.name});
  return arrays;
}

/// A file or a member of an archive.
class ArrayReader::Source {
public:
  explicit Source(const ArrayPlace& place) {
    if (place.member.empty()) {
      m_file.emplace(place.file);
      m_size = m_file->size();
    } else {
      m_archive.emplace(place.file);
      const ZipMember& member = memberOf(*m_archive, place.member);
      m_size = member.size;
      m_member.emplace(*m_archive, member);
    }
  }

  std::size_t read(std::span<char> out) {
    const std::size_t got = m_file ? m_file->read(out) : m_member->read(out);
    m_taken += got;
    return got;
  }
  std::uint64_t left() const { return m_size - std::min(m_size, m_taken); }

private:
  std::optional<FileReader> m_file;
  std::optional<ZipArchive> m_archive;
  std::optional<ZipMemberReader> m_member;
  std::uint64_t m_size = 0;
  std::uint64_t m_taken = 0;
};

ArrayReader::ArrayReader(const ArrayPlace& place)
    : m_name(place.text()),
      m_source(std::make_unique<Source>(place)),
      m_header(readNpyHeader([this](std::span<char> out) { return m_source->read(out); }, m_name)),
      m_count(product(m_header.shape, 1)),
      m_width(widthOfType(m_header.type)) {
  if (m_header.type.ends_with('O'))
    refuseNpy(m_name, "it holds objects of Python (pickled), which only Python can read");
  if (m_width == 0)
    refuseNpy(m_name, "its values are of type \"" + m_header.type +
                          "\", expected are numbers of at most 8 bytes, such as \"|u1\"");
  if (product(m_header.shape, m_width) != m_source->left())
    refuseNpy(m_name, "its shape " + shapeText(m_header.shape) + " of type \"" + m_header.type +
                          "\" does not fit its " + std::to_string(m_source->left()) +
                          " bytes of data");
}

ArrayReader::~ArrayReader() = default;

NumberType ArrayReader::numberType() const {
  if (const auto type = numpyNumberType(m_header.type)) return *type;
  refuseNpy(m_name, "its values are texts, expected are numbers");
}

bool ArrayReader::isBytes() const {
  return m_width == 1 && numberType().kind != NumberType::Kind::Signed;
}

void ArrayReader::readFloats(std::span<float> out) {
  const NumberType type = numberType();
  const std::span<char> raw(reinterpret_cast<char*>(out.data()), out.size_bytes());
  if (type == NumberType{} && std::endian::native == std::endian::little) return readBytes(raw);
  constexpr std::size_t kAtOnce = std::size_t{1} << 16;
  std::vector<char> bytes;
  while (!out.empty()) {
    const auto some = out.first(std::min(out.size(), kAtOnce));
    bytes.resize(some.size() * type.bytes);
    readBytes(bytes);
    std::ranges::copy(floatsOf(bytes, type), some.begin());
    out = out.subspan(some.size());
  }
}

void ArrayReader::readBytes(std::span<char> out) {
  if (m_source->read(out) < out.size()) refuseNpy(m_name, "it became shorter while it was read");
}

}  // namespace inkling
