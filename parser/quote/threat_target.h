#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "parser/quote/addressee.h"
#include "parser/quote/target_names.h"
#include "parser/quote/threat_context.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Finds whom the threats of one text are aimed at: by their own words, by their cues, by whom the
// reporter calls threatened. What only stands near is no target: then there is none.
class TargetFinder {
 public:
  TargetFinder(const Analysis& analysis, const ThreatContext& context,
               const std::vector<Draft>& drafts);

  // Fills in the target of the draft's threat, and in the rationale the rule that found it. Threats
  // are asked for in order: one without a target of its own goes on the speaker's last.
  void write_target(std::size_t draft, const std::vector<Signal>& signals, model::Threat& threat);

 private:
  [[nodiscard]] std::optional<Found> find(const Draft& draft,
                                          const std::vector<Signal>& signals) const;
  [[nodiscard]] std::optional<Found> only_aimed(const TargetCheck& check) const;
  [[nodiscard]] std::optional<Found> quoter(const Draft& draft,
                                            const std::vector<Signal>& signals) const;
  [[nodiscard]] std::optional<Found> threatened_party(const TargetCheck& check,
                                                      const Draft& draft) const;
  [[nodiscard]] std::optional<Found> condition_subject(const TargetCheck& check, const Draft& draft,
                                                       const std::vector<Signal>& signals) const;
  [[nodiscard]] std::optional<Found> demanded_of(const TargetCheck& check, const Draft& draft,
                                                 const std::vector<Signal>& signals) const;
  [[nodiscard]] std::optional<Found> named_in_headline(const TargetCheck& check) const;
  [[nodiscard]] bool is_owned_in_headline(const Mention& mention) const;
  [[nodiscard]] TokenRange with_genitive(const Draft& draft, TokenRange tokens) const;
  [[nodiscard]] model::Target target_of(const Draft& draft, TokenRange tokens) const;

  const Analysis* analysis_;
  const ThreatContext* context_;
  const std::vector<Draft>* drafts_;
  [[nodiscard]] std::optional<Found> last_of_speaker(const Draft& draft) const;

  struct Aimed {
    std::set<std::string> speaker;
    Found found;
  };
  std::vector<Aimed> aimed_;  // the latest threats that had a target of their own
  struct Names {
    explicit Names(const Analysis& analysis) : mentions(analysis), fullest(analysis, mentions) {}
    Mentions mentions;
    TargetNames fullest;  // borrows the mentions
  };
  std::unique_ptr<const Names> names_;  // null where no draft threatens
};

}  // namespace dixit::parser
