#pragma once

#include <vector>

#include "parser/quote/name_index.h"
#include "parser/quote/named_descriptions.h"
#include "parser/quote/scene.h"

namespace dixit::parser {

// A pronoun that words are attributed to, with what stands around it.
struct PronounUse {
  TokenIndex pronoun = 0;
  Features features;
  bool possessive = false;  // "his threat": owns the words
  TokenRange cue;           // empty when none was found
  TokenRange words;
};

// Whether a pronoun of these features may stand for the mention.
bool may_stand_for(const Analysis& analysis, const Mention& mention, const Features& features);

// Tells where the sentence of a pronoun's likeliest antecedent names somebody else whom it may mean
// as well: "Smith was walking home when Jones stopped him. “…,” he said". Where grammar does not
// decide between the two, nobody is named: a wrong name is worse than none.
//
// Ownership: borrows its arguments.
class AntecedentRivals {
 public:
  AntecedentRivals(const Scene& scene, const NameIndex& names,
                   const NamedDescriptions& descriptions)
      : scene_(&scene),
        analysis_(&scene.analysis()),
        mentions_(&scene.mentions()),
        names_(&names),
        descriptions_(&descriptions) {}

  // The antecedent itself, its rival, or kNoMention.
  [[nodiscard]] MentionIndex settle(MentionIndex antecedent, const PronounUse& use) const;

 private:
  [[nodiscard]] std::vector<MentionIndex> rivals_of(MentionIndex antecedent,
                                                    const PronounUse& use) const;
  [[nodiscard]] bool same(MentionIndex a, MentionIndex b) const;
  [[nodiscard]] bool bears_title(MentionIndex name, TokenIndex noun) const;
  [[nodiscard]] bool told_to(MentionIndex antecedent, const PronounUse& use) const;
  [[nodiscard]] bool told_to_pronoun(const PronounUse& use) const;
  [[nodiscard]] bool is_agent(MentionIndex antecedent, MentionIndex rival) const;
  [[nodiscard]] bool is_attacked(MentionIndex antecedent, MentionIndex rival) const;
  [[nodiscard]] bool is_asked(MentionIndex antecedent, MentionIndex rival) const;
  [[nodiscard]] bool acts_later(MentionIndex antecedent, MentionIndex rival) const;
  [[nodiscard]] bool meanwhile(MentionIndex rival) const;
  [[nodiscard]] bool gives_reason(MentionIndex antecedent, const PronounUse& use) const;
  [[nodiscard]] bool speaks(MentionIndex mention) const;
  [[nodiscard]] bool addresses_somebody(const TokenRange& words) const;

  const Scene* scene_;
  const Analysis* analysis_;
  const Mentions* mentions_;
  const NameIndex* names_;
  const NamedDescriptions* descriptions_;
};

}  // namespace dixit::parser
