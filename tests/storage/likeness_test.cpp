#include "storage/likeness.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace dixit::storage {
namespace {

// A threat of 1 March 2024 against the Dockers whose source the page prints as `text`.
Telling threat_by(std::string text, std::string name, std::string words, std::string language) {
  QuotationRow row;
  row.language = std::move(language);
  row.published_at = model::PublishedAt{"2024-03-01", model::DatePrecision::Day,
                                        model::DateSource::Meta, 1709251200};
  row.quotation.form = model::QuotationForm::Direct;
  row.quotation.text = std::move(words);
  row.quotation.source = model::Source{.text = std::move(text), .name = std::move(name)};
  row.quotation.threat.threat_class = model::ThreatClass::Violent;
  row.quotation.threat.target = model::Target{.text = "the Dockers", .name = "Dockers"};
  return telling_of(row);
}

constexpr const char* kEnglish = "We will burn the port on Friday night";
constexpr const char* kFrench = "Vendredi soir, nos hommes mettront le feu aux quais";

TEST(Likeness, ThreatsByTheSameSpeakerAreOneInTwoLanguages) {
  const auto found = likeness(threat_by("it", "the Reed Brigade", kEnglish, "en"),
                              threat_by("le groupe", "the Reed Brigade", kFrench, "fr"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kind, model::MemberKind::SameThreat);
}

TEST(Likeness, WhoIsUnknownTwiceIsNotTheSame) {
  EXPECT_FALSE(likeness(threat_by("they", "", kEnglish, "en"), threat_by("they", "", kFrench, "fr"))
                   .has_value());
}

TEST(Likeness, AnUnknownSpeakerContradictsNobody) {
  // Most of the content words agree: too few where two speakers are named.
  const std::string words = "We will burn the port and the mill on Friday with every boat inside";
  const std::string again =
      "On Friday we will burn the harbour and the mill with every ship inside";
  const Telling named = threat_by("the group", "the Reed Brigade", words, "en");
  EXPECT_TRUE(likeness(named, threat_by("they", "", again, "en")).has_value());
  EXPECT_FALSE(likeness(named, threat_by("he", "Ivo Lanz", again, "en")).has_value());
}

}  // namespace
}  // namespace dixit::storage
