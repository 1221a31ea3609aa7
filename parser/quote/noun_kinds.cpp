#include "parser/quote/noun_kinds.h"

namespace dixit::parser {

bool is_carrier_noun(const Analysis& analysis, TokenIndex noun) {
  static const TagSet kTags =
      tag_set({Tag::SocialChannel, Tag::VideoChannel, Tag::AudioChannel, Tag::StatementChannel,
               Tag::LetterChannel, Tag::BannerChannel, Tag::LeafletChannel, Tag::CourtChannel,
               Tag::SpeechChannel, Tag::InterviewChannel});
  return analysis.within_any(noun, kTags);
}

bool is_body_noun(const Analysis& analysis, TokenIndex noun) {
  static const TagSet kBodies =
      tag_set({Tag::GroupNoun, Tag::MonitorNoun, Tag::AgencyNoun, Tag::OutletNoun, Tag::BodyNoun});
  static const TagSet kPersons = tag_set({Tag::RoleNoun, Tag::KinNoun, Tag::Spokesperson});
  if (const EntityMention* known = analysis.mention_at(noun)) {
    return analysis.entities().all()[known->entity].kind != EntityKind::Person;
  }
  return analysis.is_any(noun, kBodies) && !analysis.is_any(noun, kPersons);
}

}  // namespace dixit::parser
