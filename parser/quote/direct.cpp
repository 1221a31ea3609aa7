#include "parser/quote/steps.h"

namespace dixit::parser {

std::vector<Draft> find_direct_and_mixed(const Analysis& analysis) {
  static_cast<void>(analysis);
  return {};
}

}  // namespace dixit::parser
