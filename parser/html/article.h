#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/capture.h"
#include "model/document.h"
#include "parser/post/post_reading.h"
#include "parser/reader.h"

namespace dixit::parser {

class Knowledge;

// One block of the body: its text has no line breaks and no white space at its ends.
struct ArticleBlock {
  model::BlockKind kind = model::BlockKind::Paragraph;
  std::string text;
  std::string author;  // of an embedded post
  std::string url;     // of an embedded post or a blockquote's cite
};

// What the tree of one page says, before anything is read in its words.
struct Article {
  std::string title;
  std::vector<std::string> authors;
  std::optional<model::PublishedAt> published_at;
  std::string canonical_url;  // absolute, "" when the page declares none
  std::string outlet;         // site name as printed, "" when the page gives none
  std::string language;       // as declared (html lang, og:locale, JSON-LD), "" when none is
  bool is_article = false;
  std::vector<ArticleBlock> blocks;
  std::vector<PageLink> links;
  model::OptOuts opt_outs;
  ParseOutcome outcome = ParseOutcome::Complete;
  std::vector<Dropped> dropped;
  std::vector<PostReading> posts;  // public posts that stand in the page
};

// Reads metadata, body blocks and links from `html` (UTF-8). `url` is absolute and resolves links.
// Never fails: what cannot be read is left empty and `outcome` says why.
Article read_article(const Knowledge& knowledge, std::string_view html, const std::string& url);

}  // namespace dixit::parser
