#pragma once

#include <string>
#include <vector>

namespace dixit::model {

// How a quotation came to be counted with a cluster's canonical one.
enum class MemberKind {
  Canonical,
  Exact,       // the same words but for punctuation and case
  Truncated,   // a part of the same words
  Rewording,   // one utterance re-translated or re-edited: most content words shared
  SameThreat,  // another language: same speaker, same target, within days; words not compared
};

struct ClusterMember {
  std::string quotation_id;
  MemberKind kind = MemberKind::Canonical;
  double similarity = 1;  // 0..1 share of words in common with the canonical member

  bool operator==(const ClusterMember&) const = default;
};

// Quotations that pass on one utterance.
struct Cluster {
  std::string id;
  std::string canonical_quotation_id;
  std::vector<ClusterMember> members;
  std::vector<std::string> outlets;  // distinct, sorted
  // Ends of the members' chains: an agency, a monitor or, where a chain names none, the outlet
  // itself. Their number, not the number of outlets, says how many saw or heard the words for
  // themselves.
  std::vector<std::string> independent_origins;

  bool operator==(const Cluster&) const = default;
};

}  // namespace dixit::model
