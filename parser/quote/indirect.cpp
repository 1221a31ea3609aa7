#include "parser/quote/steps.h"

namespace dixit::parser {

void add_indirect(const Analysis& analysis, std::vector<Draft>& drafts) {
  static_cast<void>(analysis);
  static_cast<void>(drafts);
}

}  // namespace dixit::parser
