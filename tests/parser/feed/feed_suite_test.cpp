#include "parser/feed/feed.h"
#include "parser/feed/feed_date.h"
#include "parser/feed/feed_fields.h"
#include "parser/text/ascii.h"
#include "tests/parser/support/suite.h"

namespace dixit::parser {
namespace {

const FieldValue* step_into(const FieldValue& value, const SuiteCase& key) {
  std::int64_t index = 0;
  if (!key.get_int64().get(index)) {
    const auto* list = std::get_if<std::vector<FieldValue>>(&value.value);
    if (list == nullptr) return nullptr;
    const auto size = static_cast<std::int64_t>(list->size());
    if (index < 0) index += size;
    return index >= 0 && index < size ? &(*list)[static_cast<std::size_t>(index)] : nullptr;
  }
  const std::string_view name = key.get_string().value();
  const FieldValue* found = find_field(value, name);
  return found == nullptr && name == "url" ? find_field(value, "href") : found;
}

const FieldValue* at_path(const FieldValue& root, const simdjson::dom::array& path) {
  const FieldValue* value = &root;
  for (const SuiteCase& key : path) {
    value = value == nullptr ? nullptr : step_into(*value, key);
  }
  return value;
}

bool equals(const FieldValue& value, const SuiteCase& expected);

bool equals_object(const std::vector<Field>& fields, const simdjson::dom::object& expected) {
  if (fields.size() != expected.size()) return false;
  for (const auto& [name, member] : expected) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [key = name](const Field& field) { return field.name == key; });
    if (found == fields.end() || !equals(found->value, member)) return false;
  }
  return true;
}

bool equals(const FieldValue& value, const SuiteCase& expected) {
  if (expected.is_null()) return std::holds_alternative<std::monostate>(value.value);
  if (expected.is_object()) {
    const auto* fields = std::get_if<std::vector<Field>>(&value.value);
    return fields != nullptr && equals_object(*fields, expected.get_object());
  }
  const auto* text = std::get_if<std::string>(&value.value);
  return text != nullptr && expected.is_string() && *text == expected.get_string().value();
}

bool is_truthy(const FieldValue* value) {
  if (value == nullptr) return false;
  if (const auto* flag = std::get_if<bool>(&value->value)) return *flag;
  if (const auto* text = std::get_if<std::string>(&value->value)) return !text->empty();
  return !std::holds_alternative<std::monostate>(value->value);
}

bool has_length(const FieldValue* value, std::uint64_t length) {
  const auto* list =
      value == nullptr ? nullptr : std::get_if<std::vector<FieldValue>>(&value->value);
  return list != nullptr && list->size() == length;
}

bool holds(const FieldValue& root, const SuiteCase& check) {
  const simdjson::dom::array path = check["path"].get_array();
  const FieldValue* value = at_path(root, path);
  const std::string operation = text_field(check, "op");
  if (operation == "falsy") return !is_truthy(value);
  if (operation == "truthy") return is_truthy(value);
  if (operation == "absent") return value == nullptr;
  const SuiteCase expected = check["value"];
  if (operation == "len") return has_length(value, expected.get_uint64());
  if (operation == "hasnot") return find_field(*value, expected.get_string().value()) == nullptr;
  if (value == nullptr) return false;
  if (operation == "time") {
    const auto* seconds = std::get_if<std::int64_t>(&value->value);
    return seconds != nullptr && *seconds == expected.get_int64().value();
  }
  const bool is_charset = path.size() == 1 && path.at(0).get_string().value() == "encoding";
  if (is_charset) {
    // Names of charsets have no case (RFC 2978).
    return equals_ignoring_ascii_case(std::get<std::string>(value->value),
                                      expected.get_string().value());
  }
  return operation == "==" && equals(*value, expected);
}

std::string header_field(const SuiteCase& object, std::string_view name) {
  simdjson::dom::object headers;
  if (object["headers"].get_object().get(headers)) return "";
  for (const auto& [key, value] : headers) {
    if (equals_ignoring_ascii_case(key, name)) return std::string(value.get_string().value());
  }
  return "";
}

Verdict run_case(const SuiteCase& object) {
  const std::string bytes = read_suite_file(text_field(object, "file"));
  FeedInput input{bytes,
                  text_field(object, "fetch_url"),
                  header_field(object, "content-type"),
                  header_field(object, "content-location"),
                  header_field(object, "content-language"),
                  header_field(object, "last-modified")};
  const FieldValue root = fields_of(parse_feed(input));
  for (const SuiteCase& check : object["checks"].get_array()) {
    if (!holds(root, check)) return Verdict::Failed;
  }
  return Verdict::Passed;
}

TEST(FeedSuite, ReadsFeedsAsTheUniversalFeedParserDoes) {
  const SuiteResult result = run_suite("feeds_feedparser.jsonl", [](const SuiteCase& object) {
    return flag_field(object, "harvester_core") ? run_case(object) : Verdict::NotCounted;
  });
  EXPECT_GE(result.passed, 1015U);
}

TEST(FeedDateSuite, ReadsDatesOfEveryForm) {
  const auto run = [](const SuiteCase& object) {
    const std::string text = text_field(object, "in");
    const std::string parser = text_field(object, "parser");
    const auto moment = parser == "w3dtf"     ? parse_iso_date(text)
                        : parser == "iso8601" ? parse_truncated_iso_date(text)
                                              : parse_feed_date(text);
    std::int64_t expected = 0;
    const bool has_date = !object["expected_unix"].get_int64().get(expected);
    const bool passed = has_date ? moment && to_unix_seconds(*moment) == expected : !moment;
    return passed ? Verdict::Passed : Verdict::Failed;
  };
  EXPECT_GE(run_suite("dates_feedparser.jsonl", run).passed, 72U);
}

}  // namespace
}  // namespace dixit::parser
