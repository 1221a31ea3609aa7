#include "parser/quote/carriers.h"

namespace dixit::parser {

bool names_carrier(const Analysis& analysis, const TokenRange& phrase) {
  static const TagSet kCarriers =
      tag_set({Tag::AgencyNoun, Tag::OutletNoun, Tag::OutletName, Tag::MonitorNoun});
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    const bool common = analysis.is_any(i, kCarriers);
    // Words that newspapers bear are common ones elsewhere: "the sun".
    if (common && (!analysis.is(i, Tag::OutletName) || analysis.token(i).capitalised)) return true;
    const EntityMention* mention = analysis.mention_at(i);
    if (mention == nullptr) continue;
    const EntityKind kind = analysis.entities().all()[mention->entity].kind;
    return kind == EntityKind::Agency || kind == EntityKind::Outlet || kind == EntityKind::Monitor;
  }
  return false;
}

}  // namespace dixit::parser
