#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quotation.h"

namespace dixit::parser {

// Words that stand in a text without marks because the text is their author's own: those of a
// public post. They are a direct quotation of the author.
struct OwnWords {
  std::vector<model::Span> stretches;  // bytes: paragraphs, in order
  model::Span source;                  // bytes: where the text prints the author's handle
  std::string name;                    // the author's handle, "" when nobody is named
  std::vector<model::Hop> hops;        // through which they came, outward; spans in bytes
  model::ReportStatus report_status = model::ReportStatus::FirstHand;
};

// One quotation for each stretch, all of one utterance. Spans are bytes, texts are not filled in.
std::vector<model::Quotation> quote_own_words(const OwnWords& words, int group);

// The same as find_quotations() makes of them, for a language that has no file: the words are
// theirs whatever they mean.
std::vector<model::Quotation> quote_unread(std::string_view text, std::string_view language,
                                           const std::vector<OwnWords>& words);

}  // namespace dixit::parser
