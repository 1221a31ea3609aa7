#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/quote/draft.h"
#include "parser/quote/scene.h"
#include "parser/quote/subjects.h"

namespace dixit::parser {

// Resolves mentions to the fullest name for the same source in the text, and to an entity.
class Resolver {
 public:
  explicit Resolver(const Scene& scene);

  // Fills in the draft's source: span, resolved name, entity and the reasons for them.
  void write_source(const Subject& subject, double score, Draft& draft);

 private:
  struct Resolution {
    std::string name;
    std::string entity;
    std::string_view rule;
  };
  [[nodiscard]] Resolution resolve(const Subject& subject) const;
  [[nodiscard]] MentionIndex fullest_name(MentionIndex mention) const;
  [[nodiscard]] MentionIndex antecedent_of(const Features& features, TokenIndex before) const;
  [[nodiscard]] MentionIndex named_elsewhere(MentionIndex description) const;
  [[nodiscard]] std::string entity_in(TokenRange tokens) const;
  [[nodiscard]] std::string name_of(MentionIndex mention) const;

  const Scene* scene_;
  const Analysis* analysis_;
  MentionIndex last_source_ = kNoMention;
};

}  // namespace dixit::parser
