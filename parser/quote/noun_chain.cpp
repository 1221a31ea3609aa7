#include "parser/quote/noun_chain.h"

#include "parser/quote/proclitics.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words with the article in one chain of nouns and adjectives, and words without that follow.
constexpr int kClosedWordsMax = 6;
constexpr int kOpenWordsMax = 2;

}  // namespace

bool has_article(const Analysis& analysis, TokenIndex token) {
  return !without_article(fold_word(analysis.text_of(token)), analysis.language()).empty();
}

bool is_closed_chain(const Analysis& analysis, TokenRange chain) {
  for (TokenIndex i = chain.begin; i < chain.end; ++i) {
    if (has_article(analysis, i)) return true;
  }
  return false;
}

bool may_follow_in_chain(const Analysis& analysis, TokenRange chain, TokenIndex token,
                         int unknown) {
  const bool closed = is_closed_chain(analysis, chain);
  if (!has_article(analysis, token)) return unknown < kOpenWordsMax && !closed;
  // What the file knows as no adjective is a noun of its own: what the subject acts on.
  return unknown < kClosedWordsMax && !(closed && !analysis.matches(token).empty());
}

namespace {

// "هدد سالم الحمدي نادر عواد": a first name behind a family name with the article.
bool begins_another_person(const Analysis& analysis, TokenIndex token) {
  if (token < 2 || !analysis.is(token, Tag::GivenName)) return false;
  const TokenIndex family = token - 1;
  return may_be_name(analysis, family) && may_be_name(analysis, family - 1) &&
         !analysis.is(family, Tag::GivenName) && !analysis.is(family, Tag::NameParticle) &&
         has_article(analysis, family);
}

}  // namespace

bool begins_other_name(const Analysis& analysis, TokenIndex token) {
  if (token == 0) return false;
  const EntityMention* before = analysis.mention_at(token - 1);
  const EntityMention* here = analysis.mention_at(token);
  const bool uncased = analysis.language().grammar.no_capitals;
  if (before == here) return here == nullptr && uncased && begins_another_person(analysis, token);
  if (before != nullptr) {
    const EntityKind kind = analysis.entities().all()[before->entity].kind;
    if (kind == EntityKind::Agency || kind == EntityKind::Outlet) return true;
  }
  return here != nullptr && uncased;
}

bool begins_titled_name(const Analysis& analysis, TokenIndex token, int names,
                        const Features& phrase) {
  if (!analysis.language().grammar.no_capitals || names == 0) return false;
  const PhraseMatch* role = analysis.match(token, Tag::RoleNoun);
  if (role != nullptr && !agree(role->entry.features, phrase)) return true;
  return analysis.is(token, Tag::KinNoun) ||
         (has_article(analysis, token) && may_be_name(analysis, token - 1) &&
          may_be_name(analysis, token + 1));
}

}  // namespace dixit::parser
