#include "parser/quote/steps.h"

namespace dixit::parser {

void read_threats(const Analysis& analysis, std::vector<Draft>& drafts) {
  static_cast<void>(analysis);
  static_cast<void>(drafts);
}

}  // namespace dixit::parser
