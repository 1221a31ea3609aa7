#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// The lines of a robots.txt and the records on them, before they mean anything together.
//
// RFC 9309 §2.2 gives the grammar; Google's open matcher gives the tolerance.
namespace dixit::policy {

// Drops a UTF-8 byte-order mark; turns UTF-16 with a byte-order mark into UTF-8.
std::string robots_text(std::string_view body);

// Hands out lines without their ends, counted as an editor counts them: CR, LF and CRLF end one.
class RobotsLineReader {
 public:
  // `text` must outlive the reader and the lines it hands out.
  explicit RobotsLineReader(std::string_view text) : rest_(text) {}

  std::optional<std::string_view> next();
  [[nodiscard]] std::size_t number() const { return number_; }  // of the line last handed out

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

enum class RobotsKey { UserAgent, Allow, Disallow, CrawlDelay, Sitemap, Other };

struct RobotsRecord {
  RobotsKey key = RobotsKey::Other;
  std::string_view value;
  std::string_view text;  // the line without comment and outer spaces
};

// Nothing for a blank line, a comment, or a line that is no record.
std::optional<RobotsRecord> read_robots_record(std::string_view line);

}  // namespace dixit::policy
