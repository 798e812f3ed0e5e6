// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/gzip.h"

#include "core/base/error.h"
#include "core/base/readfile.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace inkling {
namespace {

constexpr std::uint64_t kMaxRatio = 1032;  // 258 bytes from 2 bits, zlib technical details
constexpr int kGzipOnly = 15 + 16;
constexpr std::size_t kChunk = std::size_t{1} << 18;  // of the file, at a time
constexpr std::size_t kMark = 2;                      // bytes with which gzip data begin

bool isGzip(std::span<const char> bytes) {
  return bytes.size() >= kMark && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

}  // namespace

class ByteSource::Impl {
public:
  explicit Impl(const std::filesystem::path& file)
      : m_name(file.string()),
        m_file(file),
        m_chunk(kMark) {
    m_chunk.resize(m_file.read(m_chunk));
    m_taken = m_chunk.size();
    m_raw = !isGzip(m_chunk);
    if (m_raw) return;
    if (inflateInit2(&m_stream, kGzipOnly) != Z_OK) {
      throw Error("Cannot read " + m_name + ": there is not enough memory to inflate it.");
    }
    give();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (!m_raw) inflateEnd(&m_stream);
  }

  std::size_t read(std::span<std::uint8_t> out) { return m_raw ? copy(out) : inflateInto(out); }

  std::uint64_t bound() const { return m_raw ? m_file.size() : m_file.size() * kMaxRatio; }
  bool isRaw() const { return m_raw; }
  double share() const {
    const auto size = static_cast<double>(std::max<std::uint64_t>(m_file.size(), 1));
    return std::min(1.0, static_cast<double>(m_taken) / size);
  }

private:
  std::size_t copy(std::span<std::uint8_t> out) {
    const std::size_t first = std::min(out.size(), m_chunk.size());
    std::copy_n(m_chunk.begin(), first, out.begin());
    m_chunk.erase(m_chunk.begin(), m_chunk.begin() + static_cast<std::ptrdiff_t>(first));
    const auto rest = out.subspan(first);
    const std::size_t more = m_file.read({reinterpret_cast<char*>(rest.data()), rest.size()});
    m_taken += more;
    return first + more;
  }

  std::size_t inflateInto(std::span<std::uint8_t> out) {
    std::size_t done = 0;
    while (done < out.size() && !m_ended) {
      if (m_stream.avail_in == 0) refill();
      constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
      const std::size_t wanted = std::min(out.size() - done, kMost);
      m_stream.next_out = out.data() + done;
      m_stream.avail_out = static_cast<uInt>(wanted);
      const int result = inflate(&m_stream, Z_NO_FLUSH);
      done += wanted - m_stream.avail_out;
      if (result == Z_STREAM_END) {
        nextMember();
      } else if (result != Z_OK && !(result == Z_BUF_ERROR && !m_fileEnded)) {
        fail(result);
      }
    }
    return done;
  }

  void refill() {
    m_chunk.resize(kChunk);
    m_chunk.resize(m_file.read(m_chunk));
    m_taken += m_chunk.size();
    m_fileEnded = m_chunk.empty();
    give();
  }

  void give() {
    m_stream.next_in = reinterpret_cast<Bytef*>(m_chunk.data());
    m_stream.avail_in = static_cast<uInt>(m_chunk.size());
  }

  /// gzip files may be joined, and filled up with zeros; anything else behind the data is refused.
  void nextMember() {
    const std::uint64_t end = position();
    if (skipZeros()) {
      m_ended = true;
      return;
    }
    if (m_stream.avail_in < kMark) joinRefilled();
    if (!isGzip({reinterpret_cast<const char*>(m_stream.next_in), m_stream.avail_in})) {
      throw Error(m_name + " goes on at byte " + std::to_string(end) +
                  ", where its compressed data end.");
    }
    inflateReset(&m_stream);
  }

  /// Returns whether the file ends there.
  bool skipZeros() {
    for (;; ++m_stream.next_in, --m_stream.avail_in) {
      if (m_stream.avail_in == 0) refill();
      if (m_fileEnded) return true;
      if (*m_stream.next_in != 0) return false;
    }
  }

  void joinRefilled() {
    const std::vector<char> left(m_stream.next_in, m_stream.next_in + m_stream.avail_in);
    refill();
    m_chunk.insert(m_chunk.begin(), left.begin(), left.end());
    m_fileEnded = false;
    give();
  }

  [[noreturn]] void fail(int result) const {
    if (result == Z_BUF_ERROR) {
      throw Error(m_name + " is cut off: its compressed data go on after byte " +
                  std::to_string(position()) + ", where the file ends.");
    }
    const std::string reason = m_stream.msg ? m_stream.msg : "zlib error " + std::to_string(result);
    throw Error(m_name + " is damaged: its compressed data make no sense at byte " +
                std::to_string(position()) + " (" + reason + ").");
  }

  std::uint64_t position() const { return m_taken - m_stream.avail_in; }

  std::string m_name;
  FileReader m_file;
  std::vector<char> m_chunk;  ///< of the file: what is being inflated, or raw bytes not yet given
  std::uint64_t m_taken = 0;  ///< bytes of the file so far
  bool m_fileEnded = false;
  bool m_raw = true;
  bool m_ended = false;
  z_stream m_stream{};
};

ByteSource::ByteSource(const std::filesystem::path& file) : m_impl(std::make_unique<Impl>(file)) {}
ByteSource::~ByteSource() = default;

std::size_t ByteSource::read(std::span<std::uint8_t> out) { return m_impl->read(out); }
std::uint64_t ByteSource::bound() const { return m_impl->bound(); }
bool ByteSource::isRaw() const { return m_impl->isRaw(); }
double ByteSource::share() const { return m_impl->share(); }

}  // namespace inkling
