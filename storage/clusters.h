#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/codec.h"
#include "storage/database.h"

namespace dixit::storage {

// Clusters: quotations that pass on one utterance (likeness.h), and whatever hangs together through
// them.
//
// A quotation joins every cluster that has a member like it, and clusters that it joins become one.
// So the members of a cluster do not depend on the order in which quotations came, with two
// exceptions: a key that more than kMeetingsMax quotations share shows only that many of them, and
// a threat in another language joins only a cluster that has no member in its language yet (two
// threats of one day would otherwise be joined through their translation), so that among several
// the first to come is taken. What is removed does not split the cluster that it held together.

// Adds a quotation to the clusters and to the keys by which later ones find it.
void add_to_clusters(Batch& batch, const StoredQuotation& quotation);

// Undoes add_to_clusters(); the record must be as it was when it was added.
void remove_from_clusters(Batch& batch, const StoredQuotation& quotation);

// The cluster that a quotation is in: a quotation alone is a cluster with its own id.
std::string cluster_id_of(const Reader& reader, std::string_view quotation_id);

// A cluster by its id, or by the id of any of its members, which it had before it grew.
std::optional<model::Cluster> read_cluster(const Reader& reader, std::string_view id);

}  // namespace dixit::storage
