#include "parser/quote/carriers.h"

namespace dixit::parser {

bool names_carrier(const Analysis& analysis, const TokenRange& phrase) {
  static const TagSet kCarriers = tag_set({Tag::AgencyNoun, Tag::OutletNoun, Tag::MonitorNoun});
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.is_any(i, kCarriers)) return true;
    // Words that newspapers bear are common ones elsewhere: "the sun".
    if (analysis.is(i, Tag::OutletName) && analysis.token(i).capitalised) return true;
    const EntityMention* mention = analysis.mention_at(i);
    if (mention == nullptr) continue;
    const EntityKind kind = analysis.entities().all()[mention->entity].kind;
    return kind == EntityKind::Agency || kind == EntityKind::Outlet || kind == EntityKind::Monitor;
  }
  return false;
}

bool hands_words_on(const Analysis& analysis, const TokenRange& phrase) {
  if (names_carrier(analysis, phrase)) return true;
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.is(i, Tag::BroadcastChannel)) return true;
  }
  return false;
}

}  // namespace dixit::parser
