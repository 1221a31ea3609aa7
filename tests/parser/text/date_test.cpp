#include "parser/text/date.h"

#include <gtest/gtest.h>

#include "parser/text/tokens.h"

namespace dixit::parser {
namespace {

std::string iso(std::string_view text) {
  const auto moment = parse_machine_date(text);
  return moment ? to_iso_string(*moment) : "none";
}

std::int64_t unix_time(std::string_view text) {
  const auto moment = parse_machine_date(text);
  return moment ? to_unix_seconds(*moment) : -1;
}

MonthNames names(std::array<std::vector<std::string>, 12> months) {
  for (auto& spellings : months) {
    for (std::string& name : spellings) name = fold_word(name);
  }
  return months;
}

const MonthNames kFrench = names({{{"janvier", "janv"},
                                   {"février"},
                                   {"mars"},
                                   {"avril"},
                                   {"mai"},
                                   {"juin"},
                                   {"juillet"},
                                   {"août"},
                                   {"septembre"},
                                   {"octobre"},
                                   {"novembre"},
                                   {"décembre", "déc"}}});
const MonthNames kEnglish = names({{{"january", "jan"},
                                    {"february"},
                                    {"march"},
                                    {"april"},
                                    {"may"},
                                    {"june"},
                                    {"july"},
                                    {"august"},
                                    {"september", "sept"},
                                    {"october"},
                                    {"november"},
                                    {"december"}}});
const MonthNames kArabic =
    names({{{"يناير", "كانون الثاني"}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}});
const MonthNames kNone{};

std::string visible(std::string_view text, const MonthNames& months,
                    DateOrder order = DateOrder::DayFirst) {
  const auto moment = find_visible_date(text, months, order);
  return moment ? to_iso_string(*moment) : "none";
}

TEST(ParseMachineDate, ReadsIsoToThePrecisionGiven) {
  EXPECT_EQ(iso("2021"), "2021");
  EXPECT_EQ(iso("2021-01"), "2021-01");
  EXPECT_EQ(iso("2021-1-5"), "2021-01-05");
  EXPECT_EQ(iso("20210115"), "2021-01-15");
  EXPECT_EQ(iso("2021/01/15"), "2021-01-15");
  EXPECT_EQ(iso("2021-01-15T10"), "2021-01-15T10");
  EXPECT_EQ(iso(" 2021-01-15T10:30:59.123456Z "), "2021-01-15T10:30Z");
  EXPECT_EQ(iso("2021-01-15 10:30:00 +0100"), "2021-01-15T10:30+01:00");
  EXPECT_EQ(iso("20210115T103000-0530"), "2021-01-15T10:30-05:30");
  EXPECT_EQ(iso("2021-01-15T10:30+01:00[Europe/Paris]"), "2021-01-15T10:30+01:00");
  EXPECT_EQ(iso("2021-01-15 10:30:00 CET"), "2021-01-15T10:30+01:00");
}

TEST(ParseMachineDate, ReadsMailAndItsRelatives) {
  EXPECT_EQ(iso("Fri, 15 Jan 2021 10:30:00 +0100"), "2021-01-15T10:30+01:00");
  EXPECT_EQ(iso("Friday, 15-Jan-21 10:30:00 GMT"), "2021-01-15T10:30Z");
  EXPECT_EQ(iso("Fri Jan 15 10:30:00 2021"), "2021-01-15T10:30");
  EXPECT_EQ(iso("Fri Jan 15 10:30:00 +0000 2021"), "2021-01-15T10:30Z");
  EXPECT_EQ(iso("Fri Jan 15 2021 10:30:00 GMT+0100 (somewhere)"), "2021-01-15T10:30+01:00");
  EXPECT_EQ(iso("15 January 2021"), "2021-01-15");
  EXPECT_EQ(iso("January 15, 2021 3:05 PM"), "2021-01-15T15:05");
  EXPECT_EQ(iso("Jan 15, 2021 12:05 AM EST"), "2021-01-15T00:05-05:00");
}

TEST(ParseMachineDate, CountsFromTheZone) {
  EXPECT_EQ(unix_time("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(unix_time("1970-01-01T01:00:00+01:00"), 0);
  EXPECT_EQ(unix_time("Thu, 01 Jan 1970 00:00:07 EST"), 18007);
  EXPECT_EQ(unix_time("1969-12-31"), -86400);
}

TEST(ParseMachineDate, RefusesWhatNoCalendarHas) {
  for (const std::string_view text :
       {"", "2021-02-30", "2021-13-01", "2021-01-15T25:00", "2021-01-15T10:61", "2021-01-15T24:01",
        "2021-01-15T10:30+19:00", "15 Foo 2021", "Fri, 15 Jan", "15 Jan 2021 1:2:3:4", "20",
        "2021-01-15 and more", "2021-01-15-01", "one day", "15 Jan Feb 2021", "0000-01-01"}) {
    EXPECT_EQ(iso(text), "none") << text;
  }
  EXPECT_EQ(iso(std::string(kDateBytesMax, ' ') + "2021-01-15"), "none");
}

TEST(ParseMachineDate, TakesMidnightAndLeapSecondsAsTheClockShowsThem) {
  EXPECT_EQ(iso("2021-01-15T24:00"), "2021-01-15T23:59");
  EXPECT_EQ(iso("2016-12-31T23:59:60Z"), "2016-12-31T23:59Z");
}

TEST(ToPublishedAt, CarriesValueAndMoment) {
  const auto published =
      to_published_at(*parse_machine_date("2021-01-15T10:30+01:00"), model::DateSource::Meta);
  EXPECT_EQ(published, (model::PublishedAt{"2021-01-15T10:30+01:00", model::DatePrecision::Minute,
                                           model::DateSource::Meta, 1610703000}));
}

TEST(FindVisibleDate, ReadsMonthsByName) {
  EXPECT_EQ(visible("Publié le vendredi 15 janvier 2021", kFrench), "2021-01-15");
  EXPECT_EQ(visible("1er DÉC. 2021", kFrench), "2021-12-01");
  EXPECT_EQ(visible("le 3 aout 2021 par la rédaction", kFrench), "2021-08-03");
  EXPECT_EQ(visible("January 15, 2021", kEnglish), "2021-01-15");
  EXPECT_EQ(visible("Sept. 3rd, 2021", kEnglish), "2021-09-03");
  EXPECT_EQ(visible("15th of January 2021", kEnglish), "2021-01-15");
  EXPECT_EQ(visible("2021. january 15.", kEnglish), "2021-01-15");
  EXPECT_EQ(visible("١٥ يناير ٢٠٢١", kArabic), "2021-01-15");
  EXPECT_EQ(visible("15 كانون الثاني 2021", kArabic), "2021-01-15");
}

TEST(FindVisibleDate, ReadsTheTimeBesideIt) {
  EXPECT_EQ(visible("15 janvier 2021 à 10h30", kFrench), "2021-01-15T10:30");
  EXPECT_EQ(visible("15 janvier 2021, 9 h", kFrench), "2021-01-15T09");
  EXPECT_EQ(visible("January 15, 2021 at 3:05 p.m.", kEnglish), "2021-01-15T15:05");
  EXPECT_EQ(visible("15.01.2021 - 10.30", kNone), "2021-01-15T10:30");
  EXPECT_EQ(visible("10:30, 15 January 2021", kEnglish), "2021-01-15T10:30");
}

TEST(FindVisibleDate, ReadsNumbers) {
  EXPECT_EQ(visible("Stand: 15.01.2021", kNone), "2021-01-15");
  EXPECT_EQ(visible("03/04/2021", kNone), "2021-04-03");
  EXPECT_EQ(visible("03/04/2021", kNone, DateOrder::MonthFirst), "2021-03-04");
  EXPECT_EQ(visible("15/01/2021", kNone, DateOrder::MonthFirst), "2021-01-15");
  EXPECT_EQ(visible("01/15/2021", kNone), "2021-01-15");
  EXPECT_EQ(visible("15.01.21", kNone), "2021-01-15");
  EXPECT_EQ(visible("2021年1月15日", kNone), "2021-01-15");
}

TEST(FindVisibleDate, FindsNoneWhereThereIsNone) {
  for (const std::string_view text :
       {"", "en janvier 2021", "15 janvier", "31 février 2021", "12 345 678", "1.2.3", "2021",
        "99/99/2021", "202101150 janvier", "à 10h30"}) {
    EXPECT_EQ(visible(text, kFrench), "none") << text;
  }
}

}  // namespace
}  // namespace dixit::parser
