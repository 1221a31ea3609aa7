#include "storage/page_versions.h"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "storage/digest.h"
#include "storage/fold.h"
#include "storage/keys.h"
#include "storage/quotation_index.h"
#include "storage/quotation_row.h"
#include "storage/record_keys.h"
#include "storage/relays.h"

namespace dixit::storage {
namespace {

std::optional<StoredQuotation> read_quotation(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Quotations, quotation_key(id));
  return bytes ? decode_quotation(*bytes) : std::nullopt;
}

bool is_visible(const StoredQuotation& quotation) { return quotation.superseded_by.empty(); }

// One version's row, as the key says it under which rows with its words stand; by age.
struct Standing {
  std::int64_t fetched_at_ms = 0;
  std::string document_id;  // settles between versions that were fetched at one time
  std::string quotation_id;

  bool operator==(const Standing&) const = default;
  auto operator<=>(const Standing&) const = default;

  [[nodiscard]] bool same_version(const Standing& other) const {
    return fetched_at_ms == other.fetched_at_ms && document_id == other.document_id;
  }
};

std::string standing_key(const std::string& prefix, const Standing& standing) {
  return prefix + time_key(standing.fetched_at_ms) + from_hex(standing.document_id) +
         from_hex(standing.quotation_id);
}

Standing standing_in(std::string_view key, const std::string& prefix) {
  const std::string_view time = key.substr(prefix.size(), kNumberBytes);
  const std::string_view rest = key.substr(prefix.size() + kNumberBytes);
  return {read_time_key(time), to_hex(rest.substr(0, kHashBytes)), to_hex(rest.substr(kHashBytes))};
}

// The rows of the version fetched last among those with these words.
std::set<std::string> ids_shown(const Reader& reader, const std::string& prefix) {
  std::set<std::string> ids;
  Cursor cursor = reader.cursor(Table::Documents, prefix);
  cursor.seek_to_last();
  if (!cursor.valid()) return ids;
  const Standing last = standing_in(cursor.key(), prefix);
  for (; cursor.valid(); cursor.previous()) {
    const Standing standing = standing_in(cursor.key(), prefix);
    if (!standing.same_version(last)) break;
    ids.insert(standing.quotation_id);
  }
  return ids;
}

// For each of a page's rows with some words the last version that has it. It is asked only when a
// document is read again with another result, and walks over these rows at the first question.
class LastStandings {
 public:
  LastStandings(const Reader& reader, const std::string& prefix)
      : reader_(&reader), prefix_(&prefix) {}

  std::optional<Standing> of(const std::string& id) {
    if (!last_) last_ = walk();
    const auto found = last_->find(id);
    return found == last_->end() ? std::nullopt : std::optional(found->second);
  }

 private:
  using ByQuotation = std::map<std::string, Standing>;

  [[nodiscard]] ByQuotation walk() const {
    ByQuotation last;
    for (Cursor cursor = reader_->cursor(Table::Documents, *prefix_); cursor.valid();
         cursor.next()) {
      const Standing standing = standing_in(cursor.key(), *prefix_);
      last.insert_or_assign(standing.quotation_id, standing);
    }
    return last;
  }

  const Reader* reader_;
  const std::string* prefix_;
  std::optional<ByQuotation> last_;
};

// Brings a quotation's record and index keys from one state to another; nothing is no record.
void replace(Batch& batch, const std::optional<StoredQuotation>& known,
             const std::optional<StoredQuotation>& wanted) {
  if (known == wanted) return;
  if (known && is_visible(*known)) unindex_quotation(batch, *known);
  if (!wanted) {
    batch.erase(Table::Quotations, quotation_key(known->row.id));
    return;
  }
  batch.put(Table::Quotations, quotation_key(wanted->row.id), encode(*wanted));
  if (is_visible(*wanted)) index_quotation(batch, *wanted);
}

// What one reading of a document changes in the rows of its page.
class PageChange {
 public:
  PageChange(Batch& batch, const std::optional<StoredDocument>& before,
             const StoredDocument& version, const QuotationRecords& quotations)
      : batch_(&batch), before_(&before), version_(&version), quotations_(&quotations) {}

  void make() {
    enter_older_versions();
    if (*before_) withdraw(**before_);
    for (const auto& [id, quotation] : *quotations_) enter(*version_, quotation);
    settle();
  }

 private:
  struct Change {
    std::optional<StoredQuotation> known;
    std::optional<StoredQuotation> wanted;
    std::string superseded_by;
    std::string handed_to;  // id of another version's document, of which `wanted` is to be made
  };

  [[nodiscard]] std::string prefix_of(const StoredQuotation& quotation) const {
    return rows_of_words_prefix(page_url_of(version_->document),
                                spaced(words_of(quotation.row.quotation.text)));
  }

  // Rows that have the words of this one and may be hidden or shown by what is about to change.
  std::set<std::string>& touched(const std::string& prefix) {
    const auto [known, added] = touched_.try_emplace(prefix);
    if (added) known->second = ids_shown(*batch_, prefix);
    return known->second;
  }

  void enter(const StoredDocument& version, const StoredQuotation& quotation) {
    const std::string prefix = prefix_of(quotation);
    touched(prefix).insert(quotation.row.id);
    const Standing standing{version.fetched_at_ms, version.document.id, quotation.row.id};
    batch_->put(Table::Documents, standing_key(prefix, standing), "");
  }

  void withdraw(const StoredDocument& before) {
    for (const std::string& id : before.quotation_ids) {
      const auto known = read_quotation(*batch_, id);
      if (!known) continue;
      const std::string prefix = prefix_of(*known);
      touched(prefix).insert(id);
      const Standing standing{before.fetched_at_ms, before.document.id, id};
      batch_->erase(Table::Documents, standing_key(prefix, standing));
    }
  }

  // Archives of older programs have no such keys for what they hold. Done once for each page, whose
  // own key says that it was.
  void enter_older_versions() {
    const std::string page = documents_of_url_prefix(page_url_of(version_->document));
    if (batch_->contains(Table::Documents, page)) return;
    std::vector<std::string> ids;
    for (Cursor cursor = batch_->cursor(Table::Documents, page); cursor.valid(); cursor.next()) {
      ids.push_back(to_hex(cursor.key().substr(page.size())));
    }
    for (const std::string& id : ids) {
      // What an earlier reading of this document left is withdrawn at once.
      if (id == version_->document.id) continue;
      const auto bytes = batch_->get(Table::Documents, document_key(id));
      const auto version = bytes ? decode_document(*bytes) : std::nullopt;
      if (!version) continue;
      for (const std::string& quotation_id : version->quotation_ids) {
        if (const auto known = read_quotation(*batch_, quotation_id)) enter(*version, *known);
      }
    }
    batch_->put(Table::Documents, page, "");
  }

  // The record that the row should have, whether it is shown or not, or whose it becomes.
  void decide(Change& change, const std::string& id, LastStandings& last) const {
    const auto found = quotations_->find(id);
    auto own = found == quotations_->end() ? std::nullopt : std::optional(found->second);
    const auto& known = change.known;
    if (!known) {
      change.wanted = std::move(own);
      return;
    }
    if (known->row.document_id != version_->document.id) {
      const auto age = [](std::int64_t fetched_at_ms, const std::string& document_id) {
        return std::tuple(fetched_at_ms, document_id);
      };
      const bool later = age(known->row.fetched_at_ms, known->row.document_id) >
                         age(version_->fetched_at_ms, version_->document.id);
      change.wanted = known;
      if (own && !later) change.wanted = std::move(own);
      return;
    }
    const bool older_now = *before_ && version_->fetched_at_ms < (*before_)->fetched_at_ms;
    if (own && !older_now) {
      change.wanted = std::move(own);
      return;
    }
    const auto holder = last.of(id);
    if (!holder) return;
    if (holder->document_id == version_->document.id) {
      change.wanted = std::move(own);
    } else {
      change.handed_to = holder->document_id;
    }
  }

  // Makes of what another version's reading left the records of those that still have the rows.
  // Each of their documents is read once, and no two are held at a time: they may be long and many.
  void hand_over(std::vector<Change>& changes) const {
    std::map<std::string, std::vector<Change*>> by_holder;
    for (Change& change : changes) {
      if (!change.handed_to.empty()) by_holder[change.handed_to].push_back(&change);
    }
    for (const auto& [holder, handed] : by_holder) {
      const auto bytes = batch_->get(Table::Documents, document_key(holder));
      const auto version = bytes ? decode_document(*bytes) : std::nullopt;
      if (!version) continue;
      const CodePointPlaces places(version->document.text);
      for (Change* change : handed) {
        const auto& known = change->known;
        if (known) change->wanted = quotation_record(*version, places, known->row.quotation);
      }
    }
  }

  void settle() {
    std::vector<Change> changes;
    for (auto& [prefix, ids] : touched_) {
      const std::set<std::string> shown = ids_shown(*batch_, prefix);
      ids.insert(shown.begin(), shown.end());
      LastStandings last(*batch_, prefix);
      for (const std::string& id : ids) {
        Change change{.known = read_quotation(*batch_, id)};
        decide(change, id, last);
        if (!shown.empty() && !shown.contains(id)) change.superseded_by = *shown.begin();
        changes.push_back(std::move(change));
      }
    }
    hand_over(changes);
    for (Change& change : changes) {
      if (change.wanted) change.wanted->superseded_by = std::move(change.superseded_by);
    }
    // First what goes, so that no cluster holds two versions' rows meanwhile.
    std::ranges::stable_sort(changes, {}, [](const Change& change) {
      return change.wanted && is_visible(*change.wanted);
    });
    for (const Change& change : changes) replace(*batch_, change.known, change.wanted);
  }

  Batch* batch_;
  const std::optional<StoredDocument>* before_;
  const StoredDocument* version_;
  const QuotationRecords* quotations_;
  std::map<std::string, std::set<std::string>> touched_;  // ids by prefix
};

}  // namespace

StoredQuotation quotation_record(const StoredDocument& version, const CodePointPlaces& places,
                                 const model::Quotation& quotation) {
  return {quotation_row(version.document, places, quotation, version.fetched_at_ms),
          relays_of(version.document, quotation),
          {}};
}

void put_quotations(Batch& batch, const std::optional<StoredDocument>& before,
                    const StoredDocument& version, const QuotationRecords& quotations) {
  PageChange(batch, before, version, quotations).make();
}

}  // namespace dixit::storage
