#include "parser/text/language.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace dixit::parser {
namespace {

constexpr std::string_view kFrench =
    "Le maire de la commune a annoncé mardi que la bibliothèque resterait ouverte tout l'été.";
constexpr std::string_view kEnglish =
    "The mayor of the town announced on Tuesday that the library would stay open all summer.";

TEST(DetectLanguage, ReadsTheLanguageOffTheWords) {
  EXPECT_EQ(detect_language(kFrench, ""), (DetectedLanguage{"fr", true}));
  EXPECT_EQ(detect_language(kEnglish, ""), (DetectedLanguage{"en", true}));
  EXPECT_EQ(detect_language("أعلن رئيس البلدية يوم الثلاثاء أن المكتبة ستبقى مفتوحة", "").code,
            "ar");
}

TEST(DetectLanguage, TrustsTheWordsMoreThanTheHint) {
  EXPECT_EQ(detect_language(kEnglish, "fr").code, "en");
}

TEST(DetectLanguage, FallsBackToTheHintOnShortText) {
  EXPECT_EQ(detect_language("Ok.", "fr-CA"), (DetectedLanguage{"fr", false}));
  EXPECT_EQ(detect_language("", "de_DE"), (DetectedLanguage{"de", false}));
}

TEST(DetectLanguage, SaysSoWhenNothingTells) {
  EXPECT_EQ(detect_language("42", ""), (DetectedLanguage{"und", false}));
  EXPECT_EQ(detect_language("\xFF\xFE", "").code, "und");
}

TEST(DetectLanguage, MayBeCalledFromManyThreads) {
  std::vector<std::string> codes(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    threads.emplace_back(
        [&codes, i] { codes[i] = detect_language(i % 2 == 0 ? kFrench : kEnglish, "").code; });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < codes.size(); ++i) EXPECT_EQ(codes[i], i % 2 == 0 ? "fr" : "en");
}

TEST(PrimarySubtag, ReadsEverySpelling) {
  EXPECT_EQ(primary_subtag("fr-CA"), "fr");
  EXPECT_EQ(primary_subtag(" EN_us "), "en");
  EXPECT_EQ(primary_subtag("iw"), "he");
  EXPECT_EQ(primary_subtag("language"), "");
  EXPECT_EQ(primary_subtag(""), "");
}

}  // namespace
}  // namespace dixit::parser
