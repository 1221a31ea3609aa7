#include "storage/warc_problem.h"

namespace dixit::storage {

std::string_view name_of(WarcProblemKind kind) {
  switch (kind) {
    case WarcProblemKind::Missing:
      return "missing";
    case WarcProblemKind::Invalid:
      return "invalid";
    case WarcProblemKind::Duplicate:
      return "duplicate";
    case WarcProblemKind::Mismatch:
      return "mismatch";
    case WarcProblemKind::Damaged:
      return "damaged";
    case WarcProblemKind::Empty:
      return "empty";
    case WarcProblemKind::Unknown:
      return "unknown";
    case WarcProblemKind::Recommended:
      return "recommended";
  }
  return "invalid";
}

bool is_error(WarcProblemKind kind) {
  return kind != WarcProblemKind::Empty && kind != WarcProblemKind::Unknown &&
         kind != WarcProblemKind::Recommended;
}

}  // namespace dixit::storage
