#pragma once

#include "model/quotation.h"
#include "storage/records.pb.h"

namespace dixit::storage {

// The parts of a quotation that say whose words they are and whether they threaten. For
// codec_quotation.cpp alone.

void put(pb::Source& out, const model::Source& source);
model::Source source_from(const pb::Source& source);

void put(pb::Cue& out, const model::Cue& cue);
model::Cue cue_from(const pb::Cue& cue);

void put(pb::Hop& out, const model::Hop& hop);
model::Hop hop_from(const pb::Hop& hop);

void put(pb::Authentication& out, const model::Authentication& authentication);
model::Authentication authentication_from(const pb::Authentication& authentication);

void put(pb::Threat& out, const model::Threat& threat);
model::Threat threat_from(const pb::Threat& threat);

}  // namespace dixit::storage
