#include "storage/warc_input.h"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <new>
#include <sstream>
#include <system_error>
#include <utility>

namespace dixit::storage {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10U;
constexpr int kAnyGzipWindow = 15 + 16;  // zlib.h: +16 accepts gzip alone
constexpr std::string_view kGzipMagic = "\x1f\x8b";

}  // namespace

struct WarcInput::Impl {
  std::unique_ptr<std::istream> file;
  std::array<char, kReadBytes> raw{};
  std::array<char, kReadBytes> inflated{};
  std::string_view raw_left;          // of `raw`, not yet inflated or handed on
  std::uint64_t raw_offset = 0;       // place in the file of the first byte of raw_left
  std::string buffer;                 // uncompressed
  std::size_t consumed = 0;           // of `buffer`
  std::uint64_t position = 0;         // uncompressed bytes consumed in all
  std::uint64_t uncompressed = 0;     // and produced in all
  std::uint64_t member_position = 0;  // uncompressed place of the newest member's first byte
  std::uint64_t member_offset = 0;    // its place in the file
  bool gzip = false;
  bool inside_member = false;
  bool damaged = false;
  z_stream inflater{};

  Impl(std::unique_ptr<std::istream> input, std::uint64_t offset)
      : file(std::move(input)), raw_offset(offset) {
    if (inflateInit2(&inflater, kAnyGzipWindow) != Z_OK) throw std::bad_alloc();
    read_raw();
    gzip = raw_left.starts_with(kGzipMagic);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { inflateEnd(&inflater); }

  bool read_raw() {
    if (!raw_left.empty()) return true;
    file->read(raw.data(), static_cast<std::streamsize>(raw.size()));
    raw_left = std::string_view(raw.data(), static_cast<std::size_t>(file->gcount()));
    return !raw_left.empty();
  }

  void take_raw(std::size_t bytes) {
    raw_left.remove_prefix(bytes);
    raw_offset += bytes;
  }

  void append(std::string_view bytes) {
    // What is consumed is given back when that costs nothing, or is worth the move.
    if (consumed == buffer.size() || consumed > kReadBytes) {
      buffer.erase(0, consumed);
      consumed = 0;
    }
    buffer += bytes;
    uncompressed += bytes.size();
  }

  bool begin_member() {
    if (damaged || !read_raw()) return false;
    inflateReset(&inflater);
    inside_member = true;
    member_offset = raw_offset;
    member_position = uncompressed;
    return true;
  }

  // Inflates some more of the member; returns whether bytes came out.
  bool inflate_some() {
    while (inside_member) {
      if (!read_raw()) {  // the file ends inside a member
        damaged = true;
        inside_member = false;
        return false;
      }
      inflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(raw_left.data()));
      inflater.avail_in = static_cast<uInt>(raw_left.size());
      inflater.next_out = reinterpret_cast<Bytef*>(inflated.data());
      inflater.avail_out = static_cast<uInt>(inflated.size());
      const int result = inflate(&inflater, Z_NO_FLUSH);
      take_raw(raw_left.size() - inflater.avail_in);
      append({inflated.data(), inflated.size() - inflater.avail_out});
      if (result != Z_OK) inside_member = false;
      if (result != Z_OK && result != Z_STREAM_END) damaged = true;
      if (inflater.avail_out < inflated.size()) return true;
    }
    return false;
  }

  bool fill() {
    if (!gzip) {
      if (!read_raw()) return false;
      append(raw_left);
      take_raw(raw_left.size());
      return true;
    }
    while (true) {
      if (inflate_some()) return true;
      if (!begin_member()) return false;
    }
  }
};

WarcInput::WarcInput(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WarcInput::WarcInput(WarcInput&&) noexcept = default;
WarcInput& WarcInput::operator=(WarcInput&&) noexcept = default;
WarcInput::~WarcInput() = default;

tl::expected<WarcInput, StorageError> WarcInput::open(const std::filesystem::path& path,
                                                      std::uint64_t offset) {
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (*file) file->seekg(static_cast<std::streamoff>(offset));
  if (!*file) {
    return tl::unexpected(StorageError{
        StorageErrorCode::Io, path.string() + ": " + std::generic_category().message(errno)});
  }
  return WarcInput(std::make_unique<Impl>(std::move(file), offset));
}

WarcInput WarcInput::from_bytes(std::string bytes) {
  return WarcInput(
      std::make_unique<Impl>(std::make_unique<std::istringstream>(std::move(bytes)), 0));
}

std::string_view WarcInput::buffered() const {
  return std::string_view(impl_->buffer).substr(impl_->consumed);
}

bool WarcInput::fill() { return impl_->fill(); }

void WarcInput::consume(std::size_t bytes) {
  impl_->consumed += bytes;
  impl_->position += bytes;
}

std::optional<WarcInput::Line> WarcInput::read_line(std::size_t bytes_max) {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = buffered().find('\n', searched);
    if (end != std::string_view::npos && end <= bytes_max) {
      Line line{std::string(buffered().substr(0, end)), false, true};
      consume(end + 1);
      if (line.text.ends_with('\r')) {
        line.text.pop_back();
        line.crlf = true;
      }
      return line;
    }
    searched = buffered().size();
    if (searched > bytes_max) return std::nullopt;
    if (!fill()) break;
  }
  if (buffered().empty()) return std::nullopt;
  Line line{std::string(buffered()), false, false};
  consume(line.text.size());
  return line;
}

bool WarcInput::is_gzip() const { return impl_->gzip; }

std::optional<std::uint64_t> WarcInput::boundary() {
  Impl& input = *impl_;
  if (!input.gzip) return input.raw_offset - buffered().size();
  if (!buffered().empty()) {
    if (input.position == input.member_position) return input.member_offset;
    return std::nullopt;
  }
  // Everything produced is consumed: the member may still have its trailer, or more data.
  if (input.inside_member && input.inflate_some()) return std::nullopt;
  return input.raw_offset;
}

bool WarcInput::damaged() const { return impl_->damaged; }

}  // namespace dixit::storage
