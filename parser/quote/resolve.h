#pragma once

#include <string>
#include <string_view>

#include "parser/quote/antecedent_rivals.h"
#include "parser/quote/draft.h"
#include "parser/quote/name_index.h"
#include "parser/quote/named_descriptions.h"
#include "parser/quote/scene.h"

namespace dixit::parser {

// Resolves mentions to the fullest name for the same source in the text, and to an entity. Sieves
// from the surest: the name itself, a name in apposition, an antecedent that fits.
//
// Ownership: borrows the scene. Asked in the order of the text, it knows who spoke last.
class Resolver {
 public:
  explicit Resolver(const Scene& scene);

  // Fills in the draft's source: span, resolved name, entity and the reasons for them.
  void write_source(const Subject& subject, double score, Draft& draft);

 private:
  struct Resolution {
    MentionIndex mention = kNoMention;  // whom the name is taken from
    std::string_view rule;
  };
  [[nodiscard]] Resolution resolve(const Subject& subject, const Draft& draft) const;
  [[nodiscard]] Resolution resolve_pronoun(const Subject& subject, const Draft& draft) const;
  [[nodiscard]] Resolution resolve_noun(const Subject& subject) const;
  [[nodiscard]] MentionIndex antecedent_of(const Features& features, TokenIndex before) const;
  [[nodiscard]] MentionIndex named_last(const Features& features, TokenIndex before) const;
  [[nodiscard]] bool is_bystander(const Mention& mention, TokenIndex pronoun) const;
  [[nodiscard]] bool reads_message(MentionIndex antecedent, const Features& features,
                                   TokenIndex pronoun) const;
  [[nodiscard]] bool describes_name_before(MentionIndex mention) const;
  [[nodiscard]] bool opens_clause(MentionIndex mention) const;
  [[nodiscard]] MentionIndex issuer_of(MentionIndex carrier) const;
  [[nodiscard]] std::string entity_in(TokenRange tokens) const;
  [[nodiscard]] std::string name_of(MentionIndex mention) const;

  const Scene* scene_;
  const Analysis* analysis_;
  const Mentions* mentions_;
  NameIndex names_;
  NamedDescriptions descriptions_;
  AntecedentRivals rivals_;  // borrows the two before it
  MentionIndex last_source_ = kNoMention;
};

}  // namespace dixit::parser
