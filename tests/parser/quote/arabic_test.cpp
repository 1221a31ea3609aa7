#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// The source of the quotation that holds `part`, "" when it has none.
std::string speaker(std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in("ar", text), part);
  return quotation.source ? quotation.source->text : "";
}

TEST(Arabic, SourceFollowsItsVerb) {
  EXPECT_EQ(speaker("وقال رئيس البلدية كارم الواحي إن «الجسر سيبقى مفتوحا طوال الشتاء».", "الجسر"),
            "رئيس البلدية كارم الواحي");
  EXPECT_EQ(speaker("وأكدت وزارة النقل التافارية أن «الجسر سيبقى مفتوحا».", "الجسر"),
            "وزارة النقل التافارية");
}

TEST(Arabic, SourceBeforeItsVerbWhereTheClauseIsNominal) {
  EXPECT_EQ(speaker("إلا أن ممثلي الصيادين قالوا إن «الميناء لم يفتح منذ شهر».", "الميناء"),
            "ممثلي الصيادين");
  EXPECT_EQ(speaker("مسؤول تافاري يؤكد: «الميناء لن يفتح هذا الشهر»", "الميناء"), "مسؤول تافاري");
}

TEST(Arabic, ParticipleSharesTheSubject) {
  EXPECT_EQ(
      speaker("وقال كارم الواحي «لن نغلق الميناء»، مضيفا أن «السفن ستعود قريبا إلينا».", "السفن"),
      "كارم الواحي");
}

TEST(Arabic, PrepositionWrittenOntoItsNounNamesTheSource) {
  EXPECT_EQ(speaker("«الميناء مغلق منذ شهر كامل»، وفقا لنقيب الصيادين.", "الميناء"),
            "نقيب الصيادين");
  EXPECT_EQ(speaker("«الميناء مغلق منذ شهر كامل»، بحسب نقيب الصيادين.", "الميناء"),
            "نقيب الصيادين");
}

TEST(Arabic, WhomItWasToldIsNotWhoSaidIt) {
  EXPECT_EQ(
      speaker("وصرح لوكالة الأنباء نقيب الصيادين كارم الواحي «الميناء مغلق منذ شهر».", "الميناء"),
      "نقيب الصيادين كارم الواحي");
}

TEST(Arabic, LeftOutSourceAgreesWithItsVerb) {
  constexpr std::string_view kBefore = "وقالت الوزيرة سلمى الواحي «لن نغلق الميناء هذا الشهر».\n";
  EXPECT_EQ(speaker(std::string(kBefore) + "وأضافت «السفن ستعود قريبا إلى هنا».", "السفن"),
            "الوزيرة سلمى الواحي");
  EXPECT_EQ(speaker(std::string(kBefore) + "وأضاف «السفن ستعود قريبا إلى هنا».", "السفن"), "");
}

TEST(Arabic, NameInMarksBelongsToItsNoun) {
  EXPECT_EQ(speaker("وقالت منظمة «أطباء الساحل» إن «الماء في الميناء مالح منذ شهر».", "الماء"),
            "منظمة «أطباء الساحل»");
}

TEST(Arabic, WhomACarrierQuotesIsTheSource) {
  EXPECT_EQ(speaker("ونقلت وكالة الأفق عن مسؤول تافاري قوله إن «الحكومة لن تتراجع».", "الحكومة"),
            "مسؤول تافاري");
  EXPECT_EQ(speaker("ونقلت صحيفة «الأفق» عن نقيب الصيادين أن «الميناء مغلق منذ شهر».", "الميناء"),
            "نقيب الصيادين");
}

TEST(Arabic, RelativeClauseAboutTheSourceIsPassedOver) {
  EXPECT_EQ(speaker("وأضاف المسؤول الذي طلب عدم ذكر اسمه أن «القارب جاهز للإبحار».", "القارب"),
            "المسؤول");
}

TEST(Arabic, ObjectIsNoPartOfTheSource) {
  EXPECT_EQ(speaker("ووصف الوزير الهجوم بأنه «عمل جبان لا عذر له».", "جبان"), "الوزير");
}

TEST(Arabic, NameProvedOnceIsOneAgain) {
  EXPECT_EQ(
      speaker(
          "وكانت الصحافية سهام البرزي قد باعت القارب.\nوقالت البرزي «سأعود إلى الميناء في الربيع».",
          "سأعود"),
      "البرزي");
}

TEST(Arabic, SpellingWithoutHamzaIsTheSameWord) {
  EXPECT_EQ(speaker("واكد كارم الواحي ان «الميناء مغلق منذ شهر».", "الميناء"), "كارم الواحي");
}

TEST(Arabic, GuillemetsMayPointInward) {
  EXPECT_EQ(speaker("وقال كارم الواحي: »الميناء مغلق منذ شهر كامل«.", "الميناء"), "كارم الواحي");
}

TEST(Arabic, NameInMarksIsTheSourceWhenWordsFollow) {
  EXPECT_EQ(speaker("وقالت «الأفق» إن «الميناء مغلق منذ شهر كامل».", "الميناء"), "الأفق");
}

TEST(Arabic, NounWithItsArticleIsNoVerb) {
  EXPECT_EQ(speaker("وأعلن وزير النقل كارم الواحي أن «الميناء مغلق منذ شهر كامل».", "الميناء"),
            "وزير النقل كارم الواحي");
}

TEST(Arabic, WhatIsNotToldInARelativeClauseIntroducesNoWords) {
  const auto quotation = quotation_with(
      read_in("ar", "وأضاف المتحدث الذي لم يكشف عن اسمه: «سنحرق الميناء وكل السفن»."), "الميناء");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->text, "المتحدث");
}

// The group that speaks, and the statement in which it does, are not called by its words.
TEST(Arabic, AFewWordsInAStatementAreQuoted) {
  const auto document =
      read_in("ar", "قالت الجماعة في بيان نشرته على تلغرام: «سنحرق الطاحونة وسنعود».");
  const auto quotation = quotation_with(document, "سنحرق");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->text, "الجماعة");
}

TEST(Arabic, AnAgencyThatTellsOfWordsIsNoWitness) {
  const auto document = read_in("ar", "ذكرت وكالة رويترز أن سالم قال: «سنحرق الطاحونة وسنعود».");
  const auto quotation = quotation_with(document, "سنحرق");
  EXPECT_EQ(hops(quotation, model::HopRole::Agency), "وكالة رويترز");
  EXPECT_EQ(hops(quotation, model::HopRole::Witness), "");
}

}  // namespace
}  // namespace dixit::parser
