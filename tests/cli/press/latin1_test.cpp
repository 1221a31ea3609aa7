#include "cli/press/latin1.h"

#include <gtest/gtest.h>

namespace dixit::cli {
namespace {

TEST(ToLatin1, WritesOneByteForEachCodePoint) {
  EXPECT_EQ(to_latin1("déjà «\u00a0oui\u00a0»"), "d\xe9j\xe0 \xab\xa0oui\xa0\xbb");
}

TEST(ToLatin1, AsksAQuestionWhereTheCharsetIsMute) { EXPECT_EQ(to_latin1("l’œuf"), "l??uf"); }

}  // namespace
}  // namespace dixit::cli
