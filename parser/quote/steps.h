#pragma once

#include <string_view>
#include <vector>

#include "parser/quote/draft.h"
#include "parser/quote/scene.h"

// The steps by which a text becomes quotations, in the order in which quotations.cpp takes them.
// Each is a function of the analysis, of the scene made of it, and of what the steps before it
// found.
namespace dixit::parser {

// 1. Words between marks, and which of them are somebody's words rather than a title, a nickname or
//    scare quotes; form, fragments and groups.
// 2. For each its cue and source, by scored candidates, with the reasons.
// 3. Pronouns and descriptions resolved to the fullest name in the text and to an entity.
std::vector<Draft> find_direct_and_mixed(const Scene& scene);

// 4. Reported clauses without marks: every indirect threat, and what cue verbs report.
void add_indirect(const Scene& scene, std::vector<Draft>& drafts);

// 5. The links between speaker and reader, their evidential status, medium and authentication.
void read_chains(const Analysis& analysis, const QuoteContext& context, std::vector<Draft>& drafts);

// 6. What stands in a post is its author's, marks or none.
void add_own_words(const Analysis& analysis, const QuoteContext& context,
                   std::vector<Draft>& drafts);

// 7. Speech act, harm, condition and target. The title may call somebody threatened.
void read_threats(const Analysis& analysis, std::string_view title, std::vector<Draft>& drafts);

}  // namespace dixit::parser
