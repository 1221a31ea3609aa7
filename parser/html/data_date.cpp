#include "parser/html/data_date.h"

#include <array>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Keys of publication in the data of content systems, the most exact in meaning first.
constexpr auto kKeys = std::to_array<std::string_view>(
    {"datePublished",   "publishedDate",    "firstPublicationDate", "firstPublishDate",
     "publishedAt",     "published_at",     "publishDate",          "publish_date",
     "publicationDate", "publication_date", "publication_time",     "published_time",
     "pubDate",         "pub_date",         "datetimePublished",    "dateTimePublished",
     "published",       "createdAt",        "created_at",           "dateCreated"});

// Values of one key that are looked at; where more of them stand, the data are of many articles.
constexpr std::size_t kValuesMax = 64;

bool same_day(const DateTime& a, const DateTime& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

// The string after `"key":` at `after`, the quotation mark after the key, escaped or not.
std::string_view value_after(std::string_view script, std::size_t after) {
  std::string_view rest = script.substr(after);
  const auto skip = [&rest](char c) {
    while (!rest.empty() && (is_ascii_space(rest.front()) || rest.front() == c)) {
      rest.remove_prefix(1);
    }
  };
  skip('\\');
  if (!rest.starts_with('"')) return {};
  rest.remove_prefix(1);
  skip(' ');
  if (!rest.starts_with(':')) return {};
  rest.remove_prefix(1);
  skip('\\');
  if (!rest.starts_with('"')) return {};
  rest.remove_prefix(1);
  return rest.substr(0, std::min<std::size_t>(rest.find_first_of("\\\""), kDateBytesMax));
}

// The first date under the key, unless another value is of another day.
std::optional<DateTime> unanimous(std::span<const ScriptText> scripts, std::string_view key) {
  std::optional<DateTime> found;
  std::size_t seen = 0;
  for (const ScriptText& script : scripts) {
    for (std::size_t at = script.text.find(key); at != std::string_view::npos;
         at = script.text.find(key, at + 1)) {
      if (at == 0 || script.text[at - 1] != '"') continue;
      if (++seen > kValuesMax) return std::nullopt;
      const auto date = parse_machine_date(value_after(script.text, at + key.size()));
      if (!date || date->precision > model::DatePrecision::Day) continue;
      if (found && !same_day(*found, *date)) return std::nullopt;
      if (!found) found = date;
    }
  }
  return found;
}

}  // namespace

std::optional<DateTime> date_in_scripts(std::span<const ScriptText> scripts) {
  for (const std::string_view key : kKeys) {
    if (const auto found = unanimous(scripts, key)) return found;
  }
  return std::nullopt;
}

}  // namespace dixit::parser
