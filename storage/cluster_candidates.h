#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "storage/database.h"
#include "storage/likeness.h"

namespace dixit::storage {

// The family `signatures`: which quotations have a chance of being like another one.

// How many quotations one key shows. Stock phrases meet by the thousand: those who share one and
// nothing else are not one utterance, those who share all words are in one cluster already.
inline constexpr std::size_t kMeetingsMax = 64;

// Writes or removes the keys by which others find this quotation.
void put_signature(Batch& batch, const Telling& telling);
void erase_signature(Batch& batch, const Telling& telling);

// Ids (hex) of quotations that share a key with this one, itself not among them.
std::set<std::string> candidates_for(const Reader& reader, const Telling& telling);

}  // namespace dixit::storage
