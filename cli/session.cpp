#include "cli/session.h"

#include "report/printable.h"

namespace dixit::cli {

void print_error(Session& session, std::string_view problem, std::string_view remedy) {
  session.err << "dixit: " << report::printable(problem) << '\n';
  if (!remedy.empty()) session.err << "  " << report::printable(remedy) << '\n';
  session.err.flush();
}

}  // namespace dixit::cli
