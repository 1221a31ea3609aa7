#include <optional>
#include <string>
#include <vector>

#include "parser/quote/attribute.h"
#include "parser/quote/hops.h"
#include "parser/quote/left_out_source.h"
#include "parser/quote/resolve.h"
#include "parser/quote/steps.h"
#include "parser/quote/teller.h"

namespace dixit::parser {
namespace {

class DraftWriter {
 public:
  DraftWriter(const Scene& scene, const std::vector<std::optional<Attribution>>& attributions)
      : scene_(&scene),
        attributions_(&attributions),
        resolver_(scene),
        group_(attributions.size(), 0) {}

  std::vector<Draft> write() {
    std::vector<Draft> drafts;
    for (StretchIndex s = 0; s < attributions_->size(); ++s) {
      const std::optional<Attribution>& attribution = (*attributions_)[s];
      if (attribution) drafts.push_back(draft_of(s, *attribution));
    }
    return drafts;
  }

 private:
  Draft draft_of(StretchIndex index, const Attribution& attribution) {
    const Analysis& analysis = scene_->analysis();
    const MarkedStretch& stretch = scene_->stretches()[index];
    Draft draft;
    draft.tokens = stretch.inner;
    if (attribution.words_begin != kNoToken) draft.tokens.begin = attribution.words_begin;
    draft.outer = stretch.outer;
    draft.quotation.span = byte_span(analysis, draft.tokens);
    draft.quotation.form =
        attribution.whole ? model::QuotationForm::Direct : model::QuotationForm::Mixed;
    if (!attribution.whole) draft.quotation.fragments.push_back(draft.quotation.span);
    draft.quotation.group = group_of(index, attribution);
    add_reason(analysis, draft, std::string(attribution.rule), stretch.outer);
    if (attribution.cue != kNoCue) write_cue(analysis, scene_->cues()[attribution.cue], draft);
    if (attribution.source) {
      resolver_.write_source(*attribution.source, attribution.score, draft);
    }
    if (attribution.teller) add_teller(*attribution.teller, draft);
    return draft;
  }

  // "“…,” Smith says Jones told him": whoever tells of the words bears witness to them.
  void add_teller(const Subject& teller, Draft& draft) const {
    if (teller.mention == kNoMention) return;
    const Analysis& analysis = scene_->analysis();
    const Mention& mention = scene_->mentions()[teller.mention];
    if (mention.kind == MentionKind::Pronoun || mention.carrier) return;
    const model::Source source{.span = byte_span(analysis, teller.tokens),
                               .text = {},
                               .name = std::string(analysis.text_of(teller.tokens))};
    insert_hop(draft, teller_hop(analysis, teller.tokens, source));
    add_reason(analysis, draft, "chain.told_by", teller.tokens);
  }

  // Stretches on one cue, and those that go on an utterance, share a group.
  int group_of(StretchIndex index, const Attribution& attribution) {
    if (attribution.same_as != kNoStretch && group_[attribution.same_as] != 0) {
      group_[index] = group_[attribution.same_as];
    } else if (attribution.cue != kNoCue && last_cue_ == attribution.cue) {
      group_[index] = groups_;
    } else {
      group_[index] = ++groups_;
    }
    last_cue_ = attribution.cue;
    return group_[index];
  }

  const Scene* scene_;
  const std::vector<std::optional<Attribution>>* attributions_;
  Resolver resolver_;
  std::vector<int> group_;
  int groups_ = 0;
  CueIndex last_cue_ = kNoCue;
};

}  // namespace

std::vector<Draft> find_direct_and_mixed(const Scene& scene) {
  std::vector<std::optional<Attribution>> attributions = attribute_stretches(scene);
  fill_left_out_sources(scene, attributions);
  return DraftWriter(scene, attributions).write();
}

}  // namespace dixit::parser
