#include "parser/quote/threat_context.h"

#include <algorithm>

#include "parser/quote/links.h"
#include "parser/quote/name_words.h"
#include "parser/text/fold.h"

namespace dixit::parser {
namespace {

// So many words of sport, elections or fiction make it the field of the whole text.
constexpr int kFieldWords = 3;

// Parties beyond so many add nothing that the first do not say.
constexpr std::size_t kPartiesMax = 200;

const TagSet& threat_tags() {
  static const TagSet kTags = tag_set({Tag::ThreatNoun, Tag::Threaten});
  return kTags;
}

void read_words(const Analysis& analysis, const std::vector<bool>& quoted, ThreatContext& context) {
  static const TagSet kBodily = tag_set({Tag::HarmNoun, Tag::ArmedNoun, Tag::HarmKill});
  int harmless = 0;
  int bodily = 0;
  for (TokenIndex i = 0; i < analysis.size(); ++i) {
    if (analysis.is(i, Tag::HarmlessContext)) ++harmless;
    if (quoted[i]) continue;
    if (analysis.is_any(i, kBodily)) ++bodily;
    if (analysis.is(i, Tag::CoerceNoun)) --bodily;
    if (analysis.is_any(i, threat_tags())) context.threat_words.push_back(i);
    if (analysis.is(i, Tag::ConditionMarker)) context.condition_words.push_back(i);
    if (analysis.is(i, Tag::HarmlessContext)) context.harmless_words.push_back(i);
  }
  context.tells_of_threats = !context.threat_words.empty();
  context.harmless_field = harmless >= kFieldWords;
  context.bodily_field = bodily > 0;
}

void add_words(const Analysis& analysis, const std::vector<TokenRange>& parties,
               std::set<std::string>& words) {
  for (std::size_t i = 0; i < parties.size() && i < kPartiesMax; ++i) {
    words.merge(name_words(analysis.language(), analysis.text_of(parties[i])));
  }
}

// "Mayor of Tarnmouth": told by whose or of what it is.
std::optional<std::string> owned_phrase(const Analysis& analysis, TokenRange party) {
  for (TokenIndex i = party.begin + 1; i < party.end; ++i) {
    if (analysis.is(i, Tag::Genitive)) return fold(analysis.text_of(party));
  }
  return std::nullopt;
}

// What a headline says of its own, which is no part of the text.
void read_title(const Analysis& analysis, std::string_view title, ThreatContext& context) {
  if (title.empty()) return;
  const Analysis headline(title, analysis.language(), analysis.entities());
  const std::vector<bool> quoted(headline.size(), false);
  const ThreatParties parties = find_threat_parties(headline, quoted);
  add_words(headline, parties.threateners, context.threateners);
  add_words(headline, parties.threatened, context.threatened_in_headline);
  for (const TokenRange& party : parties.threatened) {
    if (auto phrase = owned_phrase(headline, party)) {
      context.owned_in_headline.push_back(std::move(*phrase));
    }
  }
  context.threatened.insert(context.threatened_in_headline.begin(),
                            context.threatened_in_headline.end());
  for (TokenIndex i = 0; i < headline.size() && !context.tells_of_threats; ++i) {
    context.tells_of_threats = headline.is_any(i, threat_tags()) || headline.is(i, Tag::Warn);
  }
}

}  // namespace

ThreatContext read_threat_context(const Analysis& analysis, const std::vector<Draft>& drafts,
                                  std::string_view title) {
  const std::vector<bool> quoted = quoted_tokens(analysis, drafts);
  ThreatContext context{.parties = find_threat_parties(analysis, quoted)};
  read_words(analysis, quoted, context);
  add_words(analysis, context.parties.threateners, context.threateners);
  add_words(analysis, context.parties.threatened, context.threatened);
  for (const Draft& draft : drafts) {
    if (draft.cue_tag == Tag::Threaten && !draft.cue.empty()) {
      context.threateners.merge(source_words(analysis, draft));
    }
  }
  read_title(analysis, title, context);
  return context;
}

std::optional<TokenIndex> first_within(const std::vector<TokenIndex>& tokens, TokenRange range) {
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), range.begin);
  if (found == tokens.end() || *found >= range.end) return std::nullopt;
  return *found;
}

}  // namespace dixit::parser
