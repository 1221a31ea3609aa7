#include "parser/quote/target_names.h"

namespace dixit::parser {

TargetNames::TargetNames(const Analysis& analysis, const Mentions& mentions)
    : analysis_(&analysis),
      mentions_(&mentions),
      names_(analysis, mentions),
      descriptions_(analysis, mentions) {}

std::string TargetNames::name_of(TokenRange phrase) const {
  std::string printed(analysis_->text_of(phrase));
  const MentionIndex index = mentions_->beginning_at(phrase.begin);
  if (index == kNoMention || (*mentions_)[index].core.end > phrase.end) return printed;
  MentionIndex full = kNoMention;
  if ((*mentions_)[index].kind == MentionKind::Name) {
    full = names_.fullest(index);
  } else if ((*mentions_)[index].kind == MentionKind::Description) {
    full = descriptions_.apposed_to(index);
    if (full == kNoMention) full = descriptions_.name_of(index);
  }
  if (full == kNoMention || full == index) return printed;
  return std::string(analysis_->text_of((*mentions_)[full].core));
}

}  // namespace dixit::parser
