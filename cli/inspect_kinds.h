#pragma once

#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "cli/inspect_request.h"
#include "parser/knowledge/knowledge.h"
#include "report/json.h"
#include "report/style.h"

namespace dixit::cli {

// What Dixit makes of one thing, in the two ways it can be printed. Both hold their own data.
struct InspectAnswer {
  std::function<void(report::JsonWriter&)> write;  // members of an object already begun
  std::function<std::string(const report::Style&)> text;
};

// Looks at one request; fails with a message for whoever asked.
using Inspector = tl::expected<InspectAnswer, std::string> (*)(const InspectRequest&,
                                                               const parser::Knowledge&);

// "robots" or a file, "agent", "url": whether the agent may fetch it, and by which line.
[[nodiscard]] tl::expected<InspectAnswer, std::string> inspect_robots(const InspectRequest&,
                                                                      const parser::Knowledge&);
// "in" (or "ref", "url", "host"), "base": its parts, its canonical form, or why it is refused.
[[nodiscard]] tl::expected<InspectAnswer, std::string> inspect_url(const InspectRequest&,
                                                                   const parser::Knowledge&);
// "feed" or a file, "url", "headers": the feed and its entries.
[[nodiscard]] tl::expected<InspectAnswer, std::string> inspect_feed(const InspectRequest&,
                                                                    const parser::Knowledge&);
// "sitemap" or a file, "url", "options": its entries.
[[nodiscard]] tl::expected<InspectAnswer, std::string> inspect_sitemap(const InspectRequest&,
                                                                       const parser::Knowledge&);
// A file: its records and what is wrong with them.
[[nodiscard]] tl::expected<InspectAnswer, std::string> inspect_warc(const InspectRequest&,
                                                                    const parser::Knowledge&);
// "html" or a file, "url", "lang": metadata, blocks, links, and what was left out by which rule.
[[nodiscard]] tl::expected<InspectAnswer, std::string> inspect_page(const InspectRequest&,
                                                                    const parser::Knowledge&);

}  // namespace dixit::cli
