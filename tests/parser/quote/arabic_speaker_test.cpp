#include <gtest/gtest.h>

#include <ostream>

#include "tests/parser/quote/reading.h"

// Whose words they are in Arabic news of threats, where the verb comes first, then who acts, then
// whom it strikes, with no capital or preposition between their names.

namespace dixit::parser {
namespace {

// A text, a part of its words, and their source's name: "" where nobody may be named.
struct Told {
  std::string_view text;
  std::string_view part;
  std::string_view name;
};

std::ostream& operator<<(std::ostream& out, const Told& told) { return out << told.text; }

class ArabicSpeaker : public testing::TestWithParam<Told> {};

TEST_P(ArabicSpeaker, IsNobodyElse) {
  const auto quotation = quotation_with(read_in("ar", GetParam().text), GetParam().part);
  EXPECT_EQ(quotation.source ? quotation.source->name : "", GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    Names, ArabicSpeaker,
    testing::Values(
        // A first name behind a family name, a role with its name and a relative are others.
        Told{"هدد سالم الدروبي نادر عساف قائلا: \"سنحرق بيتك غدا\".", "سنحرق", "سالم الدروبي"},
        Told{"هدد رامي الأسعد القاضية منى عساف قائلا: \"سنحرق بيتك غدا\".", "سنحرق", "رامي الأسعد"},
        Told{"هدد فادي الخطيب جاره سامي داغر بالقول: \"سنحرق بيتك غدا\".", "سنحرق", "فادي الخطيب"},
        // Whom a relative pronoun stands for would be written onto its verb.
        Told{"قال الرجل الذي هاجم نادر عساف: \"سنحرق بيتك غدا\".", "سنحرق", "الرجل"}));

INSTANTIATE_TEST_SUITE_P(
    Messages, ArabicSpeaker,
    testing::Values(
        Told{"تلقى نادر عساف رسالة قالت: \"سنحرق بيتك غدا\".", "سنحرق", ""},
        Told{"سلم المحامي نادر عساف إلى الشرطة رسالة تقول: \"سنحرق بيتك غدا\".", "سنحرق", ""},
        Told{"نشرت الشرطة تسجيلا صوتيا: \"سنحرق بيت المحافظ غدا\".", "سنحرق", ""},
        Told{"دان الوزير قول أبو صخر: \"سنحرق بيوتكم غدا\".", "سنحرق", "أبو صخر"},
        Told{"دان الوزير تهديد الجماعة: \"سنقتلكم جميعا غدا\".", "سنقتلكم", ""},
        Told{"رفض الوزير التهديد: \"لن نتفاوض مع أحد اليوم\".", "نتفاوض", "الوزير"},
        Told{"أرسل رامي الأسعد رسالة إلى القاضي: \"سنحرق بيتك غدا\".", "سنحرق", "رامي الأسعد"}));

}  // namespace
}  // namespace dixit::parser
