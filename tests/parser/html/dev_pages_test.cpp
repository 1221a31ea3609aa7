// Blanking against real pages, which stand beside the source tree where accuracy is measured.
#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <filesystem>
#include <iostream>
#include <string>

#include "parser/html/blank.h"
#include "parser/html/tree.h"
#include "parser/text/charset.h"
#include "tests/support/tree_outline.h"

namespace dixit::parser {
namespace {

namespace fs = std::filesystem;

// No page may fail for the machine being busy.
constexpr TreeBudget kGenerous{1u << 30, std::chrono::seconds(60)};

std::string read_gzip(const fs::path& path) {
  std::string bytes;
  gzFile file = gzopen(path.c_str(), "rb");
  std::array<char, 1u << 16> buffer{};
  for (int got = 0; (got = gzread(file, buffer.data(), buffer.size())) > 0;) {
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
  gzclose(file);
  return bytes;
}

TEST(DevPages, HaveTheSameTreeOutsideBlankedElements) {
  std::size_t pages = 0;
  std::size_t differing = 0;
  for (const auto& entry : fs::recursive_directory_iterator(DIXIT_ARTICLES_DIRECTORY)) {
    if (!entry.path().string().ends_with(".html.gz")) continue;
    ++pages;
    const std::string html = decode_text(read_gzip(entry.path()), "").text;
    const auto untouched = Tree::parse(html, kGenerous);
    const auto blanked = Tree::parse(blank_page(html).html, kGenerous);
    ASSERT_TRUE(untouched && blanked) << entry.path();
    if (tests::outline(*untouched) != tests::outline(*blanked)) {
      ++differing;
      ADD_FAILURE() << entry.path();
    }
  }
  std::cout << pages << " pages, " << differing << " differ\n";
  EXPECT_GT(pages, 0U);
}

}  // namespace
}  // namespace dixit::parser
