#include "parser/html/byline.h"

#include <algorithm>

#include "parser/html/white_space.h"
#include "parser/knowledge/knowledge.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// A name is not a paragraph.
constexpr std::size_t kNameBytesMax = 80;

class Names {
 public:
  void add(std::string_view name) {
    const std::string clean = collapse_white_space(name);
    if (clean.empty() || clean.size() > kNameBytesMax) return;
    if (clean.find("://") != std::string::npos || clean.find('@') == 0) return;
    if (std::ranges::find(names_, clean) == names_.end()) names_.push_back(clean);
  }
  [[nodiscard]] bool empty() const { return names_.empty(); }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> read_authors(const Knowledge&, const Tree& tree, const PageMeta& meta,
                                      const LinkedArticle* linked) {
  Names names;
  if (linked != nullptr) {
    for (const std::string& name : linked->people) names.add(name);
    if (names.empty()) {
      for (const std::string& name : linked->organisations) names.add(name);
    }
  }
  for (const std::string_view key :
       {"author", "article:author", "dc.creator", "sailthru.author", "parsely-author", "byl"}) {
    if (!names.empty()) break;
    for (const std::string_view name : meta.all(key)) names.add(name);
  }
  for (NodeIndex i = 0; i < tree.size() && names.empty(); ++i) {
    if (tree[i].is_text()) continue;
    if (equals_ignoring_ascii_case(tree.attribute(i, "rel"), "author")) names.add(tree.text(i));
  }
  return names.take();
}

}  // namespace dixit::parser
