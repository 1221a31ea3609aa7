#include "crawler/file_ending.h"

#include <algorithm>
#include <array>
#include <string>

namespace dixit::crawler {
namespace {

// Sorted, for binary search.
constexpr std::array<std::string_view, 48> kEndingsWithoutText = {
    "7z",  "aac",  "apk",  "avi",  "avif", "bin", "bmp",  "bz2",  "css",  "dmg",  "doc",  "docx",
    "eot", "epub", "exe",  "flac", "flv",  "gif", "heic", "ico",  "ics",  "iso",  "jpeg", "jpg",
    "js",  "m4a",  "m4v",  "mkv",  "mov",  "mp3", "mp4",  "mpeg", "mpg",  "ogg",  "otf",  "pdf",
    "png", "ppt",  "pptx", "rar",  "svg",  "tif", "ttf",  "wav",  "webm", "webp", "woff", "zip"};
static_assert(std::is_sorted(kEndingsWithoutText.begin(), kEndingsWithoutText.end()));

constexpr std::size_t kEndingCharactersMax = 5;

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace

bool path_may_hold_text(std::string_view path) {
  const std::string_view segment = path.substr(path.rfind('/') + 1);
  const std::size_t dot = segment.rfind('.');
  if (dot == std::string_view::npos || segment.size() - dot - 1 > kEndingCharactersMax) return true;
  const std::string ending = lowered(segment.substr(dot + 1));
  return !std::binary_search(kEndingsWithoutText.begin(), kEndingsWithoutText.end(), ending);
}

}  // namespace dixit::crawler
