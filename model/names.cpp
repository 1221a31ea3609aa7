#include "model/names.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace dixit::model {
namespace {

// Each table is in the order of its enumeration, so that an enumerator is its own index.
template <typename E>
struct Table;

#define DIXIT_NAMES(E, ...)                                                        \
  template <>                                                                      \
  struct Table<E> {                                                                \
    static constexpr auto kNames = std::to_array<std::string_view>({__VA_ARGS__}); \
  };                                                                               \
  std::string_view name_in_table(E value) {                                        \
    const auto index = static_cast<std::size_t>(value);                            \
    assert(index < Table<E>::kNames.size());                                       \
    return Table<E>::kNames[index];                                                \
  }

DIXIT_NAMES(QuotationForm, "direct", "mixed", "indirect", "headline")
DIXIT_NAMES(Medium, "unknown", "speech", "audio", "video", "written_statement", "letter", "banner",
            "leaflet", "social_post", "broadcast", "interview", "court_or_police_record")
DIXIT_NAMES(HopRole, "speaker", "spokesperson", "channel", "translator", "monitor", "witness",
            "authority", "agency", "broadcaster", "outlet", "republisher")
DIXIT_NAMES(Evidential, "asserted", "reported", "hedged", "purported", "disputed", "denied")
DIXIT_NAMES(ReportStatus, "first_hand", "relayed", "alleged")
DIXIT_NAMES(AuthenticationStatus, "unknown", "confirmed", "unverified", "contested", "refuted")
DIXIT_NAMES(ThreatClass, "none", "violent", "coercive")
DIXIT_NAMES(SpeechAct, "none", "commissive_threat", "ultimatum", "incitement", "warning",
            "claim_of_responsibility")
DIXIT_NAMES(Directness, "explicit", "veiled")
DIXIT_NAMES(TargetType, "unknown", "person", "group", "organisation", "state", "place", "public")
DIXIT_NAMES(DatePrecision, "minute", "hour", "day", "month", "year")
DIXIT_NAMES(DateSource, "jsonld", "meta", "microdata", "time_element", "url", "visible", "feed",
            "given")
DIXIT_NAMES(BlockKind, "paragraph", "heading", "blockquote", "list_item", "caption",
            "embedded_post")
DIXIT_NAMES(SyndicationRole, "unknown", "original", "wire_copy", "rewrite", "translation")
DIXIT_NAMES(AccessStatus, "public", "restricted", "redacted", "erased")
DIXIT_NAMES(MemberKind, "canonical", "exact", "truncated", "rewording", "same_threat")
DIXIT_NAMES(PostPlatform, "activitypub", "bluesky", "telegram", "x", "instagram", "youtube")
DIXIT_NAMES(PostRelationKind, "repost_of", "quote_of", "reply_to")
#undef DIXIT_NAMES

}  // namespace

#define DIXIT_NAME_FUNCTIONS(E)                                      \
  std::string_view name_of(E value) { return name_in_table(value); } \
  template <>                                                        \
  std::optional<E> from_name<E>(std::string_view name) {             \
    const auto& names = Table<E>::kNames;                            \
    for (std::size_t i = 0; i < names.size(); ++i) {                 \
      if (names[i] == name) return static_cast<E>(i);                \
    }                                                                \
    return std::nullopt;                                             \
  }

DIXIT_NAME_FUNCTIONS(QuotationForm)
DIXIT_NAME_FUNCTIONS(Medium)
DIXIT_NAME_FUNCTIONS(HopRole)
DIXIT_NAME_FUNCTIONS(Evidential)
DIXIT_NAME_FUNCTIONS(ReportStatus)
DIXIT_NAME_FUNCTIONS(AuthenticationStatus)
DIXIT_NAME_FUNCTIONS(ThreatClass)
DIXIT_NAME_FUNCTIONS(SpeechAct)
DIXIT_NAME_FUNCTIONS(Directness)
DIXIT_NAME_FUNCTIONS(TargetType)
DIXIT_NAME_FUNCTIONS(DatePrecision)
DIXIT_NAME_FUNCTIONS(DateSource)
DIXIT_NAME_FUNCTIONS(BlockKind)
DIXIT_NAME_FUNCTIONS(SyndicationRole)
DIXIT_NAME_FUNCTIONS(AccessStatus)
DIXIT_NAME_FUNCTIONS(MemberKind)
DIXIT_NAME_FUNCTIONS(PostPlatform)
DIXIT_NAME_FUNCTIONS(PostRelationKind)
#undef DIXIT_NAME_FUNCTIONS

}  // namespace dixit::model
