#include "parser/html/text_blocks.h"

#include "parser/html/white_space.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

bool is_sentence_end(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'！' ||
         c == U'？' || c == U'؟' || c == U'।';
}

std::uint32_t mass_of(char32_t c) {
  if (c < 0x2E80) return 1;
  if (c >= 0xAC00 && c <= 0xD7A3) return 2;  // Hangul syllables
  return 3;
}

std::uint8_t heading_level_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

// What the elements around the current text make of it.
struct Context {
  NodeIndex end = 0;  // where this context stops
  NodeIndex owner = kNoNode;
  model::BlockKind kind = model::BlockKind::Paragraph;
  std::uint8_t heading_level = 0;
  bool is_block = false;
  bool in_link = false;
  bool is_strong = false;
};

class Collector {
 public:
  Collector(const Tree& tree, const DropMarks& dropped) : tree_(tree), dropped_(dropped) {}

  std::vector<TextBlock> run() {
    open_.push_back({tree_.size(), 0});
    for (NodeIndex i = 0; i < tree_.size();) {
      leave_until(i);
      const Node& node = tree_[i];
      if (!dropped_[i].empty()) {
        if (is_block_level(node.tag)) flush();
        i = node.end;
      } else if (node.is_text()) {
        add_text(i);
        ++i;
      } else {
        enter(i);
        ++i;
      }
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void leave_until(NodeIndex index) {
    while (open_.size() > 1 && open_.back().end <= index) {
      if (open_.back().is_block) flush();
      open_.pop_back();
    }
  }

  void enter(NodeIndex index) {
    const Node& node = tree_[index];
    if (node.tag == GUMBO_TAG_BR) {
      line_break();
      return;
    }
    Context inner = open_.back();
    inner.end = node.end;
    inner.is_block = is_block_level(node.tag);
    if (inner.is_block) {
      flush();
      inner.owner = index;
    }
    if (const std::uint8_t level = heading_level_of(node.tag); level != 0) {
      inner.heading_level = level;
      inner.kind = model::BlockKind::Heading;
    }
    if (node.tag == GUMBO_TAG_LI) inner.kind = model::BlockKind::ListItem;
    if (node.tag == GUMBO_TAG_BLOCKQUOTE) inner.kind = model::BlockKind::Blockquote;
    if (node.tag == GUMBO_TAG_FIGCAPTION) inner.kind = model::BlockKind::Caption;
    if (node.tag == GUMBO_TAG_A) inner.in_link = true;
    if (node.tag == GUMBO_TAG_B || node.tag == GUMBO_TAG_STRONG) inner.is_strong = true;
    open_.push_back(inner);
  }

  // One break is a line's end inside a paragraph; two in a row part paragraphs.
  void line_break() {
    if (after_break_) {
      flush();
    } else {
      append_collapsed(current_.text, " ");
      after_break_ = true;
    }
  }

  void add_text(NodeIndex index) {
    const Context& context = open_.back();
    const std::size_t before = current_.text.size();
    append_collapsed(current_.text, tree_[index].text);
    count(std::string_view(current_.text).substr(before), context, index);
  }

  void count(std::string_view added, const Context& context, NodeIndex index) {
    std::uint32_t mass = 0;
    for (std::size_t i = 0; i < added.size();) {
      const DecodedCodePoint c = decode_at(added, i);
      i += c.length;
      if (c.value == U' ') continue;
      mass += mass_of(c.value);
      if (is_sentence_end(c.value)) ++current_.sentence_ends;
    }
    if (mass == 0) return;
    after_break_ = false;
    if (current_.mass == 0) {
      current_.first = index;
      current_.owner = context.owner;
      current_.kind = context.kind;
      current_.heading_level = context.heading_level;
    }
    current_.last = index;
    current_.mass += mass;
    if (context.in_link) current_.link_mass += mass;
    if (context.is_strong) current_.strong_mass += mass;
  }

  void flush() {
    after_break_ = false;
    if (current_.mass > 0) {
      if (current_.text.ends_with(' ')) current_.text.pop_back();
      blocks_.push_back(std::move(current_));
    }
    current_ = {};
  }

  const Tree& tree_;
  const DropMarks& dropped_;
  std::vector<Context> open_;
  std::vector<TextBlock> blocks_;
  TextBlock current_;
  bool after_break_ = false;
};

}  // namespace

std::vector<TextBlock> collect_text_blocks(const Tree& tree, const DropMarks& dropped) {
  return Collector(tree, dropped).run();
}

bool is_block_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_VIDEO:
      return true;
    default:
      return false;
  }
}

}  // namespace dixit::parser
