// Any bytes give a feed of valid text within its limits, the same each time.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/feed/feed.h"
#include "parser/feed/feed_fields.h"
#include "parser/feed/feed_markup.h"
#include "parser/feed/xml_text.h"
#include "parser/text/utf8.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

void check_text(const parser::FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    require(parser::is_valid_utf8(*text));
  }
  if (const auto* list = std::get_if<std::vector<parser::FieldValue>>(&value.value)) {
    for (const parser::FieldValue& item : *list) check_text(item);
  }
  if (const auto* fields = std::get_if<std::vector<parser::Field>>(&value.value)) {
    for (const parser::Field& field : *fields) check_text(field.value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  parser::FeedInput input;
  input.bytes = bytes;
  input.url = "https://press.example/feed";
  const parser::Feed feed = parser::parse_feed(input);
  require(feed == parser::parse_feed(input));
  require(feed.entries.size() <= parser::kFeedEntriesMax);
  require(!feed.version.empty() || feed.entries.empty());
  check_text(parser::fields_of(feed));

  const std::string repaired = parser::repair_xml(bytes);
  require(parser::repair_xml(repaired) == repaired);
  const std::string markup = parser::normalise_markup(bytes, "https://press.example/a/");
  require(parser::normalise_markup(markup, "https://press.example/a/") == markup);
  return 0;
}
