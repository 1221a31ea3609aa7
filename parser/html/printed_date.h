#pragma once

#include <optional>
#include <string_view>

#include "parser/html/page_labels.h"
#include "parser/html/page_text.h"
#include "parser/text/date.h"

namespace dixit::parser {

class Knowledge;

// A date printed on the page and how much speaks for its being the article's.
struct PrintedDate {
  DateTime date;
  int evidence = 0;
};

// With this much evidence a printed date is as good as a declared one; with less than the second it
// is not worth having.
inline constexpr int kPrintedSure = 5;
inline constexpr int kPrintedMin = 2;

// The date that the page prints for its article: in a short line near the title, in an element
// named for dates, best with a label that says "published"; never one labelled as of a change.
// `language` decides whether 3/4 is in March or April.
std::optional<PrintedDate> find_printed_date(const Knowledge& knowledge, const PageLabels& labels,
                                             const Tree& tree, const PageText& text,
                                             const ArticlePlace& place, std::string_view language);

}  // namespace dixit::parser
