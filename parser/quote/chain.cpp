#include "parser/quote/steps.h"

namespace dixit::parser {

void read_chains(const Analysis& analysis, const QuoteContext& context,
                 std::vector<Draft>& drafts) {
  static_cast<void>(analysis);
  static_cast<void>(context);
  static_cast<void>(drafts);
}

}  // namespace dixit::parser
