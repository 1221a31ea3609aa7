#include "storage/cluster_candidates.h"

#include <functional>

#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/signature.h"

namespace dixit::storage {
namespace {

// Every key of a quotation: of the words with the sketch as value, of a threat's parties with its
// language.
void for_each_key(
    const Telling& telling,
    const std::function<void(const std::string& key, const std::string& value)>& visit) {
  const Signature signature = signature_of(telling.wording, telling.language);
  const std::string id = from_hex(telling.id);
  const std::string sketch = number_key(signature.sketch);
  visit(signature.exact + id, sketch);
  for (const std::string& key : signature.shingles) visit(key + id, sketch);
  for (const std::string& key : signature.bands) visit(key + id, sketch);
  for (const std::string& term : threat_terms(telling)) {
    visit(index_key(term, telling.time, id), "");
  }
}

class Search {
 public:
  Search(const Reader& reader, const Telling& telling) : reader_(reader), telling_(telling) {}

  std::set<std::string> run() {
    const Signature signature = signature_of(telling_.wording, telling_.language);
    meet(signature.exact, nullptr);
    for (const std::string& key : signature.shingles) meet(key, nullptr);
    for (const std::string& key : signature.bands) meet(key, &signature.sketch);
    for (const std::string& term : threat_terms(telling_)) meet_threats(term);
    found_.erase(telling_.id);
    return std::move(found_);
  }

 private:
  // Bands meet by chance far more often than they find: sketches decide before records are read.
  void meet(const std::string& key, const std::uint64_t* sketch) {
    std::size_t met = 0;
    for (Cursor cursor = reader_.cursor(Table::Signatures, key);
         cursor.valid() && met < kMeetingsMax; cursor.next()) {
      const std::string_view id = cursor.key().substr(key.size());
      if (id.size() != kShortHashBytes) continue;
      if (sketch != nullptr && cursor.value().size() == kNumberBytes &&
          !sketches_meet(*sketch, read_number_key(cursor.value()))) {
        continue;
      }
      found_.insert(to_hex(id));
      ++met;
    }
  }

  void meet_threats(const std::string& term) {
    const std::string prefix = short_hash(term);
    Cursor cursor = reader_.cursor(Table::Signatures, prefix);
    cursor.seek(prefix + time_key(telling_.time - kSameThreatSeconds));
    for (std::size_t met = 0; cursor.valid() && met < kMeetingsMax; cursor.next(), ++met) {
      const IndexKey key = read_index_key(cursor.key());
      if (key.time > telling_.time + kSameThreatSeconds) break;
      found_.insert(to_hex(key.id));
    }
  }

  const Reader& reader_;
  const Telling& telling_;
  std::set<std::string> found_;
};

}  // namespace

void put_signature(Batch& batch, const Telling& telling) {
  for_each_key(telling, [&](const std::string& key, const std::string& value) {
    batch.put(Table::Signatures, key, value);
  });
}

void erase_signature(Batch& batch, const Telling& telling) {
  for_each_key(telling, [&](const std::string& key, const std::string& /*value*/) {
    batch.erase(Table::Signatures, key);
  });
}

std::set<std::string> candidates_for(const Reader& reader, const Telling& telling) {
  return Search(reader, telling).run();
}

}  // namespace dixit::storage
