#include "parser/quote/noun_complement.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// "la menace que le groupe a lancée": where the words for "that" and "which" are one, what follows
// a noun is likelier a relative clause.
bool may_be_relative(const Analysis& analysis, TokenIndex at) {
  return analysis.is(at, Tag::RelativePronoun) && !analysis.language().grammar.complement_bare;
}

// "a threat to peace" names whom it is to: without an ending that tells infinitives, only a verb
// that the file knows is a deed.
bool is_deed(const Analysis& analysis, TokenIndex at) {
  if (!analysis.language().words(Tag::InfinitiveEnding).empty()) return true;
  while (at < analysis.size() && is_light(analysis, at)) ++at;
  return at < analysis.size() && analysis.is_any(at, verb_tags());
}

}  // namespace

bool noun_governs(const Analysis& analysis, const Complement& complement, bool threat,
                  bool has_source) {
  switch (complement.kind) {
    case ComplementKind::Clause:
      return !threat && !may_be_relative(analysis, complement.begin);
    case ComplementKind::Infinitive:
      return threat && is_deed(analysis, complement.words);
    case ComplementKind::Bare:
      return threat;
    case ComplementKind::Threat:
      return threat && has_source;
    case ComplementKind::Noun:
      break;
  }
  return false;
}

TokenRange before_main_verb(const Analysis& analysis, TokenRange words) {
  static const TagSet kMain = tag_set({Tag::Copula, Tag::Auxiliary, Tag::Modal});
  static const TagSet kOpeners =
      tag_set({Tag::Subordinator, Tag::RelativePronoun, Tag::Complementizer, Tag::ConditionMarker});
  for (TokenIndex at = words.begin + 1; at < words.end; ++at) {
    if (analysis.is_any(at, kOpeners)) break;
    const bool finite = (verb_moods(analysis, at) & kFiniteMoods) != 0;
    if (finite && analysis.is_any(at, kMain)) return {.begin = words.begin, .end = at};
  }
  return words;
}

}  // namespace dixit::parser
