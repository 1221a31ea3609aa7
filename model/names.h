#pragma once

#include <optional>
#include <string_view>

#include "model/cluster.h"
#include "model/document.h"
#include "model/post.h"
#include "model/quotation.h"

// The one spelling of every enumerator in JSON, on the command line and in records' exports:
// snake_case, as DESIGN's vocabulary has them.
namespace dixit::model {

std::string_view name_of(QuotationForm value);
std::string_view name_of(Medium value);
std::string_view name_of(HopRole value);
std::string_view name_of(Evidential value);
std::string_view name_of(ReportStatus value);
std::string_view name_of(AuthenticationStatus value);
std::string_view name_of(ThreatClass value);
std::string_view name_of(SpeechAct value);
std::string_view name_of(Directness value);
std::string_view name_of(TargetType value);
std::string_view name_of(DatePrecision value);
std::string_view name_of(DateSource value);
std::string_view name_of(BlockKind value);
std::string_view name_of(SyndicationRole value);
std::string_view name_of(AccessStatus value);
std::string_view name_of(MemberKind value);
std::string_view name_of(PostPlatform value);
std::string_view name_of(PostRelationKind value);

// The enumerator of type E that name_of() spells `name`, or nothing.
template <typename E>
std::optional<E> from_name(std::string_view name);

}  // namespace dixit::model
