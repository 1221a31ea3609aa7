#include "policy/opt_outs.h"

#include <gtest/gtest.h>

namespace dixit::policy {
namespace {

constexpr OptOutReader kReader{"Dixit", 1'780'000'000};
constexpr std::int64_t kJune = 1'277'478'000;  // Fri, 25 Jun 2010 15:00:00 GMT

PageOptOuts header(std::string_view value) { return read_x_robots_tag(value, kReader); }

TEST(XRobotsTag, ReadsDirectives) {
  EXPECT_EQ(header("noindex, NoFollow"), (PageOptOuts{.noindex = true, .nofollow = true}));
  EXPECT_EQ(header("noarchive"), (PageOptOuts{.noarchive = true}));
  EXPECT_EQ(header("nocache"), (PageOptOuts{.noarchive = true}));
  EXPECT_EQ(header("none"), (PageOptOuts{.noindex = true, .nofollow = true}));
  EXPECT_EQ(header("all, max-snippet:20, max-image-preview: large, , nosnippet"), PageOptOuts{});
}

TEST(XRobotsTag, PassesOverWhatIsForOtherRobots) {
  EXPECT_EQ(header("otherbot: none"), PageOptOuts{});
  EXPECT_EQ(header("dixit: noarchive"), (PageOptOuts{.noarchive = true}));
  EXPECT_EQ(header("robots: noarchive"), (PageOptOuts{.noarchive = true}));
}

TEST(XRobotsTag, ANameHoldsUntilTheNext) {
  EXPECT_EQ(header("noindex, otherbot: nofollow, noarchive, Dixit: nofollow"),
            (PageOptOuts{.noindex = true, .nofollow = true}));
}

TEST(XRobotsTag, ReadsADateOfRemoval) {
  for (const std::string_view value :
       {"unavailable_after: 25 Jun 2010 15:00:00 GMT",
        "unavailable_after: 25-Jun-2010 15:00:00 GMT",
        "unavailable_after: Friday, 25-Jun-10 15:00:00 UTC",
        "unavailable_after: 2010-06-25T15:00:00Z", "Unavailable_After:25 Jun 2010 08:00:00 PDT"}) {
    EXPECT_EQ(header(value), (PageOptOuts{.unavailable_after_s = kJune})) << value;
  }
  EXPECT_EQ(header("unavailable_after: soon"), PageOptOuts{});
}

TEST(XRobotsTag, ADatesCommaEndsNoDirective) {
  EXPECT_EQ(header("unavailable_after: Fri, 25 Jun 2010 15:00:00 GMT, noarchive"),
            (PageOptOuts{.noarchive = true, .unavailable_after_s = kJune}));
  EXPECT_EQ(header("otherbot: unavailable_after: Fri, 25 Jun 2010 15:00:00 GMT, dixit: noindex"),
            (PageOptOuts{.noindex = true}));
}

TEST(MetaRobots, TheNameDecidesForWhom) {
  EXPECT_EQ(read_meta_robots("ROBOTS", "noindex,noarchive", kReader),
            (PageOptOuts{.noarchive = true, .noindex = true}));
  EXPECT_EQ(read_meta_robots("dixit", "none", kReader),
            (PageOptOuts{.noindex = true, .nofollow = true}));
  EXPECT_EQ(read_meta_robots("otherbot", "none", kReader), PageOptOuts{});
  EXPECT_EQ(read_meta_robots("robots", "unavailable_after: 2010-06-25T15:00:00Z", kReader),
            (PageOptOuts{.unavailable_after_s = kJune}));
}

TEST(TdmRep, OneReservesAndNamesALicence) {
  EXPECT_EQ(
      read_tdm(" 1 ", "https://press.example/licence.json"),
      (PageOptOuts{.tdm_reserved = true, .tdm_policy = "https://press.example/licence.json"}));
  EXPECT_EQ(read_tdm("0", "https://press.example/licence.json"), PageOptOuts{});
  EXPECT_EQ(read_tdm("", ""), PageOptOuts{});
}

TEST(OptOuts, TheStrictestWordCounts) {
  const PageOptOuts a{.noindex = true, .tdm_policy = "a", .unavailable_after_s = 20};
  const PageOptOuts b{.noarchive = true,
                      .nofollow = true,
                      .tdm_reserved = true,
                      .tdm_policy = "b",
                      .unavailable_after_s = 10};
  EXPECT_EQ(merge(a, b), (PageOptOuts{true, true, true, true, "a", 10}));
  EXPECT_EQ(merge({}, b), b);
  EXPECT_EQ(merge(b, {}), b);
}

TEST(OptOuts, OverlongValuesAreCut) {
  EXPECT_EQ(header(std::string(kOptOutBytesMax, ' ') + "noarchive"), PageOptOuts{});
}

}  // namespace
}  // namespace dixit::policy
