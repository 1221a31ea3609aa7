#include "tests/e2e/warc_walk.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>

namespace dixit::e2e {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

std::string sha256_label(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr);
  std::string label = "sha256:";
  for (unsigned int i = 0; i < size; ++i) label += fmt::format("{:02x}", digest[i]);
  return label;
}

// Takes one gzip member off the front of `bytes`; nothing when there is none that is whole.
std::optional<std::string> take_member(std::string& bytes) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string member;
  int result = Z_OK;
  while (result == Z_OK) {
    std::string piece(1u << 16, '\0');
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    result = inflate(&stream, Z_NO_FLUSH);
    member.append(piece, 0, piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (result != Z_STREAM_END) return std::nullopt;
  bytes.erase(0, bytes.size() - stream.avail_in);
  return member;
}

std::map<std::string, std::string> fields_of(std::string_view head) {
  std::map<std::string, std::string> fields;
  for (std::size_t end = head.find(kLineEnd); end != std::string_view::npos;
       end = head.find(kLineEnd)) {
    head.remove_prefix(end + kLineEnd.size());
    const std::string_view line = head.substr(0, head.find(kLineEnd));
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) {
      fields.emplace(line.substr(0, colon), line.substr(colon + 2));
    }
  }
  return fields;
}

class Walker {
 public:
  void walk(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::size_t size = bytes.size();
    while (!bytes.empty()) {
      place_ = fmt::format("{} at {}", path.filename().string(), size - bytes.size());
      const auto member = take_member(bytes);
      if (!member) return problem("no whole gzip member");
      record(*member);
    }
  }

  WarcWalk result() && { return std::move(walk_); }

 private:
  void problem(std::string_view what) {
    walk_.problems.push_back(fmt::format("{}: {}", place_, what));
  }

  void record(std::string_view member) {
    ++walk_.records;
    const std::size_t head_end = member.find(kHeadEnd);
    if (!member.starts_with("WARC/1.1\r\n") || head_end == std::string_view::npos) {
      return problem("no record head");
    }
    auto fields = fields_of(member.substr(0, head_end));
    std::string_view block = member.substr(head_end + kHeadEnd.size());
    if (!block.ends_with(kHeadEnd)) return problem("no end of record");
    block.remove_suffix(kHeadEnd.size());
    if (fields["Content-Length"] != std::to_string(block.size())) problem("Content-Length");
    digest(fields["WARC-Block-Digest"], block, walk_.block_digests);
    if (fields["WARC-Type"] != "response") return;
    walk_.responses.push_back(fields["WARC-Target-URI"]);
    const std::size_t http_head_end = block.find(kHeadEnd);
    if (http_head_end == std::string_view::npos) return problem("no HTTP head");
    digest(fields["WARC-Payload-Digest"], block.substr(http_head_end + kHeadEnd.size()),
           walk_.payload_digests);
  }

  void digest(std::string_view written, std::string_view bytes, std::size_t& right) {
    if (written == sha256_label(bytes)) {
      ++right;
    } else {
      problem(fmt::format("digest {}", written));
    }
  }

  WarcWalk walk_;
  std::string place_;
};

}  // namespace

WarcWalk walk_warc(const std::filesystem::path& archive) {
  Walker walker;
  for (const auto& file : std::filesystem::directory_iterator(archive / "warc")) {
    if (file.is_regular_file()) walker.walk(file.path());
  }
  return std::move(walker).result();
}

}  // namespace dixit::e2e
