#include "storage/warc_checks.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "storage/ascii.h"
#include "storage/warc_values.h"

namespace dixit::storage {
namespace {

using Grammar = bool (*)(std::string_view);

struct FieldRule {
  std::string_view name;
  Grammar grammar;
  bool repeatable = false;
};

bool any_value(std::string_view /*value*/) { return true; }

// Section 5, in its order.
constexpr std::array kFields{
    FieldRule{"WARC-Record-ID", is_bracketed_uri},
    FieldRule{"Content-Length", is_number},
    FieldRule{"WARC-Date", is_warc_date},
    FieldRule{"WARC-Type", any_value},
    FieldRule{"Content-Type", is_media_type},
    FieldRule{"WARC-Concurrent-To", is_bracketed_uri, true},
    FieldRule{"WARC-Block-Digest", is_digest_label},
    FieldRule{"WARC-Payload-Digest", is_digest_label},
    FieldRule{"WARC-IP-Address", is_ip_address},
    FieldRule{"WARC-Refers-To", is_bracketed_uri},
    FieldRule{"WARC-Refers-To-Target-URI", is_absolute_uri},
    FieldRule{"WARC-Refers-To-Date", is_warc_date},
    FieldRule{"WARC-Target-URI", is_absolute_uri},
    FieldRule{"WARC-Truncated", any_value},
    FieldRule{"WARC-Warcinfo-ID", is_bracketed_uri},
    FieldRule{"WARC-Filename", any_value},
    FieldRule{"WARC-Profile", is_absolute_uri},
    FieldRule{"WARC-Identified-Payload-Type", is_media_type},
    FieldRule{"WARC-Segment-Number", is_number},
    FieldRule{"WARC-Segment-Origin-ID", is_bracketed_uri},
    FieldRule{"WARC-Segment-Total-Length", is_number},
};

constexpr std::array<std::string_view, 8> kTypes{"warcinfo",   "response",    "resource",
                                                 "request",    "metadata",    "revisit",
                                                 "conversion", "continuation"};
constexpr std::array<std::string_view, 4> kVersions{"WARC/1.1", "WARC/1.0", "WARC/0.18",
                                                    "WARC/0.17"};
constexpr std::array<std::string_view, 4> kProfiles{
    kProfileIdenticalPayload, kProfileNotModified,
    "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
    "http://netpreserve.org/warc/1.0/revisit/server-not-modified"};

template <typename List>
bool contains(const List& list, std::string_view value) {
  return std::ranges::any_of(list,
                             [&](std::string_view known) { return ascii_equal(known, value); });
}

const FieldRule* rule_of(std::string_view name) {
  const auto rule = std::ranges::find_if(
      kFields, [name](const FieldRule& known) { return ascii_equal(known.name, name); });
  return rule != kFields.end() ? &*rule : nullptr;
}

// The checks of one record, gathered.
class Checker {
 public:
  explicit Checker(const WarcRecord& record)
      : record_(record), type_(ascii_lower(field(record, "WARC-Type").value_or(""))) {}

  std::vector<WarcProblem> run() {
    if (!contains(kVersions, trim(record_.version))) {
      add(WarcProblemKind::Unknown, "version", record_.version);
    }
    check_values();
    check_required();
    check_type();
    check_content_type();
    check_segment();
    return std::move(problems_);
  }

 private:
  void add(WarcProblemKind kind, std::string_view what, std::string_view found) {
    problems_.push_back({kind, std::string(what), std::string(found)});
  }

  void check_values() {
    std::set<std::string_view> seen;
    for (const auto& [name, value] : record_.fields) {
      const FieldRule* rule = rule_of(name);
      if (rule == nullptr) continue;  // section 4: other fields are for others to read
      if (!seen.insert(rule->name).second && !rule->repeatable) {
        add(WarcProblemKind::Duplicate, rule->name, value);
      } else if (value.empty()) {
        add(WarcProblemKind::Empty, rule->name, "");
      } else if (!rule->grammar(value)) {
        add(WarcProblemKind::Invalid, rule->name, value);
      }
    }
  }

  void require(std::string_view name) {
    if (field(record_, name).value_or("").empty()) add(WarcProblemKind::Missing, name, "");
  }

  // Annex A, table A.1: the fields that a type must have.
  void check_required() {
    for (const std::string_view name :
         {"WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length"}) {
      require(name);
    }
    for (const std::string_view type :
         {"response", "resource", "request", "revisit", "conversion", "continuation"}) {
      if (type_ == type) require("WARC-Target-URI");
    }
    if (type_ == "revisit") require("WARC-Profile");
    if (type_ == "continuation") {
      require("WARC-Segment-Number");
      require("WARC-Segment-Origin-ID");
    }
  }

  void check_type() {
    if (!type_.empty() && !contains(kTypes, type_)) {
      add(WarcProblemKind::Unknown, "WARC-Type", type_);
    }
    const auto profile = field(record_, "WARC-Profile");
    if (!profile || profile->empty()) return;
    if (type_ != "revisit") {
      add(WarcProblemKind::Recommended, "WARC-Profile on revisit records alone", *profile);
    } else if (!contains(kProfiles, *profile)) {
      add(WarcProblemKind::Unknown, "WARC-Profile", *profile);
    }
  }

  // Section 5.6: a block should say its type; a continuation's is that of the first segment.
  void check_content_type() {
    const auto content_type = field(record_, "Content-Type");
    const std::string_view length = trim(field(record_, "Content-Length").value_or("0"));
    if (!content_type && type_ != "continuation" && length != "0" && is_number(length)) {
      add(WarcProblemKind::Recommended, "Content-Type", "");
    }
    if (type_ == "warcinfo" && content_type && !content_type->empty() &&
        !ascii_lower(*content_type).starts_with("application/warc-fields")) {
      add(WarcProblemKind::Recommended, "Content-Type application/warc-fields", *content_type);
    }
  }

  // Section 5.18: the first segment has number 1, every continuation a greater one.
  void check_segment() {
    const auto number = field(record_, "WARC-Segment-Number");
    if (!number || !is_number(*number)) return;
    const bool first = trim(*number) == "1";
    if (first == (type_ == "continuation")) {
      add(WarcProblemKind::Invalid, "WARC-Segment-Number", *number);
    }
  }

  const WarcRecord& record_;
  std::string type_;
  std::vector<WarcProblem> problems_;
};

}  // namespace

std::vector<WarcProblem> check_fields(const WarcRecord& record) { return Checker(record).run(); }

}  // namespace dixit::storage
