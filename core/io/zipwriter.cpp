// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/zipwriter.h"

#include "core/base/error.h"
#include "core/base/littleendian.h"

#include <zlib.h>

#include <limits>

namespace inkling {
namespace {

// Records of a zip archive, after PKWARE's APPNOTE.TXT.
constexpr std::uint32_t kLocalMark = 0x04034b50;
constexpr std::uint32_t kCentralMark = 0x02014b50;
constexpr std::uint32_t kEndMark = 0x06054b50;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kFirstDay = 0x0021;  // 1 January 1980: archives hold no time

// What local and central records have in common, from "version needed" on.
void appendCommon(std::vector<char>& out, const ZipMember& entry) {
  constexpr std::uint16_t kVersion = 20;
  for (const std::uint16_t value :
       {kVersion, std::uint16_t{0}, kStored, std::uint16_t{0}, kFirstDay}) {
    appendLittle(out, value);
  }
  appendLittle(out, entry.crc);
  appendLittle(out, static_cast<std::uint32_t>(entry.packed));
  appendLittle(out, static_cast<std::uint32_t>(entry.size));
  appendLittle(out, static_cast<std::uint16_t>(entry.name.size()));
  appendLittle(out, std::uint16_t{0});  // no extra fields
}

void appendLocal(std::vector<char>& out, const ZipMember& entry) {
  appendLittle(out, kLocalMark);
  appendCommon(out, entry);
  out.insert(out.end(), entry.name.begin(), entry.name.end());
}

void appendCentral(std::vector<char>& out, const ZipMember& entry) {
  appendLittle(out, kCentralMark);
  appendLittle(out, std::uint16_t{20});
  appendCommon(out, entry);
  for (int i = 0; i < 3; ++i)
    appendLittle(out, std::uint16_t{0});  // comment, disk, internal attributes
  appendLittle(out, std::uint32_t{0});    // external attributes
  appendLittle(out, static_cast<std::uint32_t>(entry.offset));
  out.insert(out.end(), entry.name.begin(), entry.name.end());
}

void appendEnd(std::vector<char>& out, std::size_t count, std::size_t directory) {
  const std::size_t size = out.size() - directory;
  appendLittle(out, kEndMark);
  appendLittle(out, std::uint32_t{0});  // disks
  appendLittle(out, static_cast<std::uint16_t>(count));
  appendLittle(out, static_cast<std::uint16_t>(count));
  appendLittle(out, static_cast<std::uint32_t>(size));
  appendLittle(out, static_cast<std::uint32_t>(directory));
  appendLittle(out, std::uint16_t{0});  // comment
}

}  // namespace

void ZipWriter::add(const std::string& name, std::initializer_list<std::span<const char>> parts) {
  ZipMember member{.name = name, .method = kStored, .offset = m_bytes.size()};
  for (const auto& part : parts) {
    member.size += part.size();
    member.crc = static_cast<std::uint32_t>(
        crc32_z(member.crc, reinterpret_cast<const Bytef*>(part.data()), part.size()));
  }
  member.packed = member.size;
  if (m_bytes.size() + member.size > std::numeric_limits<std::int32_t>::max())
    throw Error("There is too much for a .npz file: it may have 2 GiB.");
  appendLocal(m_bytes, member);
  for (const auto& part : parts) m_bytes.insert(m_bytes.end(), part.begin(), part.end());
  m_members.push_back(std::move(member));
}

std::vector<char> ZipWriter::finish() {
  const std::size_t directory = m_bytes.size();
  for (const ZipMember& member : m_members) appendCentral(m_bytes, member);
  appendEnd(m_bytes, m_members.size(), directory);
  m_members.clear();
  return std::move(m_bytes);
}

}  // namespace inkling
