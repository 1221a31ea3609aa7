#pragma once

#include <string_view>
#include <vector>

#include "parser/html/page_labels.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// Marks what stands under a label that announces other articles or readers' comments: the element
// that the label opens, or what follows the label up to the next paragraph of prose. `marks` gains
// entries inside `container` alone.
void mark_labelled_sections(const Tree& tree, const PageLabels& labels, NodeIndex container,
                            const std::vector<TextBlock>& blocks, DropMarks& marks);

// Marks threads of readers' comments: what holds three or more lines that offer to reply, and
// little else than comments between them. `lines` are all of the page.
void mark_comment_threads(const Tree& tree, const PageLabels& labels, NodeIndex title,
                          const std::vector<TextBlock>& lines, DropMarks& marks);

// Marks lists of teasers: three or more elements of one kind beside one another, each with a linked
// headline of its own that leads to another page of `host`, and no more than a teaser's text.
void mark_teasers(const Tree& tree, std::string_view host, const std::vector<TextBlock>& blocks,
                  DropMarks& marks);

// Where the container holds several articles, marks those that do not hold the title.
void mark_other_articles(const Tree& tree, NodeIndex container, NodeIndex title,
                         const std::vector<TextBlock>& blocks, DropMarks& marks);

}  // namespace dixit::parser
