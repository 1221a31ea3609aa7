#include "parser/quote/quotations.h"

#include <algorithm>
#include <optional>

#include "parser/quote/steps.h"
#include "parser/quote/threat_sharing.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// "it", where nothing says whose words: the span shows the word, and nobody is named.
void leave_unknown(const Analysis& analysis, Draft& draft) {
  if (draft.source.empty() || !draft.quotation.source) return;
  model::Source& source = *draft.quotation.source;
  static const TagSet kPronouns = tag_set({Tag::Pronoun, Tag::IndefinitePronoun, Tag::Possessive});
  const bool pronoun = draft.source.size() == 1 && analysis.is_any(draft.source.begin, kPronouns) &&
                       source.entity.empty();
  if (pronoun && source.name == analysis.text_of(draft.source)) source.name.clear();
}

// Turns a draft's bytes into code points and fills in the texts that its spans cover.
class Finisher {
 public:
  Finisher(std::string_view text, std::string_view language)
      : text_(text), language_(language), index_(text) {}

  model::Quotation finish(model::Quotation quotation) const {
    quotation.text = covered(quotation.span);
    to_code_points(quotation.span);
    for (model::Span& fragment : quotation.fragments) to_code_points(fragment);
    if (quotation.source) {
      quotation.source->text = covered(quotation.source->span);
      to_code_points(quotation.source->span);
    }
    if (quotation.cue) {
      quotation.cue->text = covered(quotation.cue->span);
      to_code_points(quotation.cue->span);
    }
    for (model::Hop& hop : quotation.hops) {
      to_code_points(hop.span);
      to_code_points(hop.marker_span);
    }
    for (model::Reason& reason : quotation.reasons) to_code_points(reason.span);
    to_code_points(quotation.authentication.span);
    finish_threat(quotation.threat);
    if (quotation.language.empty()) quotation.language = language_;
    return quotation;
  }

 private:
  [[nodiscard]] std::string covered(const model::Span& span) const {
    return std::string(text_.substr(span.start, span.end - span.start));
  }

  void finish_threat(model::Threat& threat) const {
    if (threat.condition) {
      threat.condition->text = covered(threat.condition->span);
      to_code_points(threat.condition->span);
    }
    if (threat.target) {
      threat.target->text = covered(threat.target->span);
      to_code_points(threat.target->span);
    }
    for (model::Rationale& rationale : threat.rationale) to_code_points(rationale.span);
  }

  void to_code_points(model::Span& span) const {
    span.start = index_.to_code_point(span.start);
    span.end = index_.to_code_point(span.end);
  }
  void to_code_points(std::optional<model::Span>& span) const {
    if (span) to_code_points(*span);
  }

  std::string_view text_;
  std::string_view language_;
  CodePointIndex index_;
};

}  // namespace

FoundQuotations find_quotations(const Analysis& analysis, const QuoteContext& context) {
  const Scene scene(analysis);
  std::vector<Draft> drafts = find_direct_and_mixed(scene);
  add_indirect(scene, drafts);
  read_chains(analysis, context, drafts);
  add_own_words(analysis, context, drafts);
  read_threats(analysis, context.title, drafts);
  // What a quoted speaker retells is part of what he says, unless somebody threatens there.
  std::erase_if(drafts, [](const Draft& draft) { return draft.retold && !is_threat(draft); });
  for (Draft& draft : drafts) leave_unknown(analysis, draft);
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.quotation.span < b.quotation.span;
  });
  const Finisher finisher(analysis.text(), analysis.language().code);
  FoundQuotations found{.unread = scene.unread_stretches()};
  found.quotations.reserve(drafts.size());
  for (Draft& draft : drafts) {
    found.quotations.push_back(finisher.finish(std::move(draft.quotation)));
  }
  return found;
}

std::vector<model::Quotation> quote_unread(std::string_view text, std::string_view language,
                                           const std::vector<OwnWords>& words) {
  const Finisher finisher(text, language);
  std::vector<model::Quotation> quotations;
  int group = 0;
  for (const OwnWords& own : words) {
    ++group;
    for (model::Quotation& quotation : quote_own_words(own, group)) {
      quotations.push_back(finisher.finish(std::move(quotation)));
    }
  }
  return quotations;
}

}  // namespace dixit::parser
