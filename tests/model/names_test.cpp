#include "model/names.h"

#include <gtest/gtest.h>

namespace dixit::model {
namespace {

// Walks an enumeration from its first to its last enumerator.
template <typename E>
void expect_round_trip(E last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const E value = static_cast<E>(i);
    EXPECT_EQ(from_name<E>(name_of(value)), value) << name_of(value);
  }
}

TEST(Names, RoundTripEveryEnumerator) {
  expect_round_trip(QuotationForm::Headline);
  expect_round_trip(Medium::CourtOrPoliceRecord);
  expect_round_trip(HopRole::Republisher);
  expect_round_trip(Evidential::Denied);
  expect_round_trip(ReportStatus::Alleged);
  expect_round_trip(AuthenticationStatus::Refuted);
  expect_round_trip(ThreatClass::Coercive);
  expect_round_trip(SpeechAct::ClaimOfResponsibility);
  expect_round_trip(Directness::Veiled);
  expect_round_trip(TargetType::Public);
  expect_round_trip(DatePrecision::Year);
  expect_round_trip(DateSource::Given);
  expect_round_trip(BlockKind::EmbeddedPost);
  expect_round_trip(SyndicationRole::Translation);
  expect_round_trip(AccessStatus::Erased);
  expect_round_trip(MemberKind::SameThreat);
  expect_round_trip(PostPlatform::YouTube);
  expect_round_trip(PostRelationKind::ReplyTo);
}

TEST(Names, SpellTheLastEnumeratorOfEachListAsItIsNamed) {
  EXPECT_EQ(name_of(Medium::CourtOrPoliceRecord), "court_or_police_record");
  EXPECT_EQ(name_of(HopRole::Republisher), "republisher");
  EXPECT_EQ(name_of(MemberKind::SameThreat), "same_threat");
  EXPECT_EQ(name_of(SpeechAct::ClaimOfResponsibility), "claim_of_responsibility");
}

TEST(Names, UnknownSpellingsNameNothing) {
  EXPECT_EQ(from_name<ThreatClass>("Violent"), std::nullopt);
  EXPECT_EQ(from_name<ThreatClass>(""), std::nullopt);
}

}  // namespace
}  // namespace dixit::model
