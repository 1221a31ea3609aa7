#include "parser/quote/menace_owner.h"

#include <algorithm>

namespace dixit::parser {
namespace {

// Tokens between the noun and the preposition of an agent: "threats, he said, made by".
constexpr TokenIndex kAgentReach = 6;

// Tokens between the noun and its relative pronoun: one adjective.
constexpr TokenIndex kRelativeReach = 2;

// Tokens between the relative pronoun and the clause's subject: an auxiliary and a participle, with
// an adverb each.
constexpr TokenIndex kSubjectReach = 5;

class MenaceOwner {
 public:
  MenaceOwner(const Scene& scene, const Frame& frame, const Cue& noun)
      : scene_(&scene), analysis_(&scene.analysis()), frame_(&frame), noun_(&noun) {}

  [[nodiscard]] std::optional<Subject> find() const {
    const TokenIndex end = std::min(frame_->tokens.end, noun_->tokens.end + kAgentReach);
    for (TokenIndex at = noun_->tokens.end; at < end && !ends_group(at); ++at) {
      if (const PhraseMatch* relative = analysis_->match(at, Tag::RelativePronoun)) {
        return at <= noun_->tokens.end + kRelativeReach ? of_relative(*relative) : std::nullopt;
      }
      if (const PhraseMatch* by = analysis_->match(at, Tag::AgentPreposition)) {
        return speaker_at(at + by->length, "source.menace_agent");
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool ends_group(TokenIndex at) const {
    return analysis_->token(at).kind == TokenKind::Punctuation;
  }

  // The clause's subject stands next to the pronoun, or behind its verb where the pronoun itself
  // can be none: "qu'aurait lancées X", but not "qui visent X".
  [[nodiscard]] std::optional<Subject> of_relative(const PhraseMatch& relative) const {
    const TokenIndex begin = relative.begin + relative.length;
    const TokenIndex reach = relative.entry.features.oblique ? kSubjectReach : 1;
    const TokenIndex end = std::min(frame_->tokens.end, begin + reach);
    for (TokenIndex at = begin; at < end && !ends_group(at); ++at) {
      if (auto subject = speaker_at(at, "source.menace_relative")) return subject;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Subject> speaker_at(TokenIndex at, std::string_view rule) const {
    const MentionIndex index = scene_->mentions().beginning_at(at);
    if (index == kNoMention || !scene_->mentions()[index].can_speak) return std::nullopt;
    return Subject{.tokens = scene_->mentions()[index].tokens, .mention = index, .rule = rule};
  }

  const Scene* scene_;
  const Analysis* analysis_;
  const Frame* frame_;
  const Cue* noun_;
};

}  // namespace

std::optional<Subject> menace_owner(const Scene& scene, const Frame& frame, const Cue& noun) {
  return MenaceOwner(scene, frame, noun).find();
}

}  // namespace dixit::parser
