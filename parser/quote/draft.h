#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "parser/quote/analysis.h"
#include "parser/quote/cues.h"
#include "parser/quote/own_words.h"

namespace dixit::parser {

// A quotation while it is being read: the model's value with the tokens behind it.
//
// Every model::Span inside `quotation` counts BYTES of the analysed text until finish() turns them
// into code points; no step before may hand a draft out of this room.
struct Draft {
  model::Quotation quotation;
  TokenRange tokens;       // the words, outer marks left out
  TokenRange outer;        // the words with their marks; the reported clause of an indirect one
  TokenRange source;       // the mention, empty when none was found
  TokenRange cue;          // empty when none was found
  Features cue_features;   // mood first of all: with its auxiliary's where it has one
  Tag cue_tag = Tag::Say;  // which class of cue; meaningless while `cue` is empty
  bool retold = false;     // reported within words that are themselves quoted
};

// What is known of a text beside its words.
struct QuoteContext {
  std::string title;                // "" when the text has none
  std::string outlet;               // who publishes it, "" when unknown
  model::Credit credit;             // spans in bytes
  std::vector<OwnWords> own_words;  // of a post and of those it passes on
};

// Helpers shared by all steps.
model::Span byte_span(const Analysis& analysis, TokenRange tokens);
void add_reason(const Analysis& analysis, Draft& draft, std::string rule, TokenRange tokens);
// Whether the words are told rather than quoted.
bool is_reported_clause(const Draft& draft);
void write_cue(const Analysis& analysis, const Cue& cue, Draft& draft);

}  // namespace dixit::parser
