// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/ziparchive.h"

#include "core/base/error.h"
#include "core/base/littleendian.h"
#include "core/base/memory.h"
#include "core/base/readfile.h"

#include <algorithm>
#include <cstring>

namespace inkling {
namespace {

constexpr std::uint32_t kCentral = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kLongEnd = 0x06064b50;
constexpr std::uint32_t kLocator = 0x07064b50;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLongEndSize = 56;
constexpr std::size_t kLocatorSize = 20;
constexpr std::size_t kMaxComment = 65535;
constexpr std::uint64_t kMostMembers = 4096;
constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;  // the number stands in a record of 64 bits

}  // namespace

ZipArchive::ZipArchive(const std::filesystem::path& file) : m_source(file.string()) {
  const auto reader = std::make_shared<FileReader>(file);
  m_size = reader->size();
  m_readAt = [this, reader](std::uint64_t at, std::span<char> out) {
    if (reader->readAt(at, out) < out.size()) fail("it became shorter while it was read");
  };
  readMembers();
}

ZipArchive::ZipArchive(std::span<const char> bytes, std::string source)
    : m_source(std::move(source)),
      m_size(bytes.size()),
      m_readAt([bytes](std::uint64_t at, std::span<char> out) {
        std::ranges::copy(bytes.subspan(at, out.size()), out.begin());
      }) {
  readMembers();
}

std::vector<char> ZipArchive::contents(const ZipMember& member) const {
  ZipMemberReader reader(*this, member);
  requireMemory(member.size, m_source + ": " + member.name);
  std::vector<char> bytes(member.size);
  reader.read(bytes);
  return bytes;
}

void ZipArchive::readMembers() {
  const Directory directory = directoryAt(findEnd());
  if (directory.count > kMostMembers)
    fail("it has " + std::to_string(directory.count) + " members, more than " +
         std::to_string(kMostMembers));
  std::uint64_t at = directory.offset;
  for (std::uint64_t i = 0; i < directory.count; ++i) m_members.push_back(memberAt(at));
}

std::uint64_t ZipArchive::findEnd() const {
  if (m_size >= kEndSize) {
    std::vector<char> tail(std::min<std::uint64_t>(m_size, kEndSize + kMaxComment));
    m_readAt(m_size - tail.size(), tail);
    const std::size_t last = tail.size() - kEndSize;
    for (std::size_t back = 0; back <= last; ++back)
      if (littleAt<std::uint32_t>(tail, last - back) == kEnd) return m_size - kEndSize - back;
  }
  fail("it has no end record, so it is no zip archive or cut off");
}

ZipArchive::Directory ZipArchive::directoryAt(std::uint64_t end) const {
  const std::vector<char> record = recordAt(end, kEndSize, kEnd);
  const Directory directory{littleAt<std::uint16_t>(record, 10),
                            littleAt<std::uint32_t>(record, 16)};
  if (directory.count != 0xFFFF && directory.offset != kElsewhere) return directory;
  if (end < kLocatorSize) return directory;
  const std::vector<char> locator = recordAt(end - kLocatorSize, kLocatorSize, kLocator);
  const std::vector<char> longEnd =
      recordAt(littleAt<std::uint64_t>(locator, 8), kLongEndSize, kLongEnd);
  return {littleAt<std::uint64_t>(longEnd, 32), littleAt<std::uint64_t>(longEnd, 48)};
}

ZipMember ZipArchive::memberAt(std::uint64_t& at) const {
  const std::vector<char> record = recordAt(at, kCentralSize, kCentral);
  const auto nameSize = littleAt<std::uint16_t>(record, 28);
  const auto extraSize = littleAt<std::uint16_t>(record, 30);
  std::vector<char> texts(std::size_t{nameSize} + extraSize);
  requireBytes(at + kCentralSize, texts.size());
  m_readAt(at + kCentralSize, texts);
  ZipMember member{{texts.data(), nameSize},
                   littleAt<std::uint16_t>(record, 8),
                   littleAt<std::uint16_t>(record, 10),
                   littleAt<std::uint32_t>(record, 16),
                   littleAt<std::uint32_t>(record, 20),
                   littleAt<std::uint32_t>(record, 24),
                   littleAt<std::uint32_t>(record, 42)};
  readLongSizes(member, std::span(texts).subspan(nameSize));
  at += kCentralSize + texts.size() + littleAt<std::uint16_t>(record, 32);
  return member;
}

void ZipArchive::readLongSizes(ZipMember& member, std::span<const char> extra) const {
  constexpr std::size_t kHead = 4;
  constexpr std::uint16_t kLongSizes = 1;
  while (extra.size() >= kHead) {
    const auto id = littleAt<std::uint16_t>(extra, 0);
    const std::size_t size = littleAt<std::uint16_t>(extra, 2);
    if (size > extra.size() - kHead) return;
    auto field = extra.subspan(kHead, size);
    extra = extra.subspan(kHead + size);
    if (id != kLongSizes) continue;
    for (std::uint64_t* number : {&member.size, &member.packed, &member.offset}) {
      if (*number != kElsewhere) continue;
      if (field.size() < sizeof(std::uint64_t))
        fail("the sizes of " + member.name + " are not there");
      *number = littleAt<std::uint64_t>(field, 0);
      field = field.subspan(sizeof(std::uint64_t));
    }
  }
}

std::vector<char> ZipArchive::recordAt(std::uint64_t at, std::size_t size,
                                       std::uint32_t signature) const {
  requireBytes(at, size);
  std::vector<char> record(size);
  m_readAt(at, record);
  if (littleAt<std::uint32_t>(record, 0) != signature)
    fail("there is no record at byte " + std::to_string(at) + ", where one should be");
  return record;
}

void ZipArchive::requireBytes(std::uint64_t at, std::uint64_t count) const {
  if (at > m_size || count > m_size - at)
    fail("a record points behind its end, at byte " + std::to_string(at));
}

void ZipArchive::fail(const std::string& why) const {
  throw Error(m_source + " is not a usable zip archive: " + why + ".");
}

}  // namespace inkling
