#pragma once

#include <map>
#include <string>
#include <string_view>

namespace dixit::cli {

// The fields of a page and the names that its text may use.
using PageFields = std::map<std::string, std::string, std::less<>>;

// A page of the demo's press as it is written down:
//
//   title: The words above the article
//   delay_ms: 400
//
//   <p>The rest is HTML, in which {{title}} stands for the field's value.</p>
//
// Fields that change how the page is served:
//   status    HTTP status, 200 when absent
//   location  where a redirect leads
//   delay_ms  how long the server thinks before it answers
//   charset   utf-8 when absent; iso-8859-1 is the other one spoken here
//   encoding  gzip: sent compressed to whoever accepts that
//   robots    the X-Robots-Tag header
//   layout    another layout than the outlet's own
struct PageFile {
  PageFields fields;
  std::string_view body;  // into the text it was read from
};

PageFile read_page_file(std::string_view text);

// `text` with every {{name}} that `fields` knows replaced by its value. What it does not know stays
// as it is, so that a test can find it.
std::string fill_in(std::string_view text, const PageFields& fields);

}  // namespace dixit::cli
