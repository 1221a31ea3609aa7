#pragma once

#include <optional>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

#include "cli/archive_access.h"
#include "cli/output.h"

namespace dixit::cli {

// What an archive answered, with the archive to look further in.
template <typename Answer>
struct ArchiveAnswer {
  storage::Archive archive;
  Answer answer;
};

// Opens the archive and asks it: `ask` takes it and returns a list, or a StorageError. A full-text
// index that cannot be read is made anew. Says why when there is no answer, or an empty one, and
// returns the exit code.
template <typename Ask>
[[nodiscard]] auto ask_archive(const Arguments& arguments, Session& session, const Ask& ask) {
  using Asked = std::invoke_result_t<Ask, const storage::Archive&>;
  using Answer = typename Asked::value_type;
  using Result = tl::expected<ArchiveAnswer<Answer>, int>;
  auto archive = open_for_reading(arguments, session);
  if (!archive) return Result(tl::unexpect, archive.error());
  Asked asked = ask(*archive);
  if (!asked && asked.error().code == storage::StorageErrorCode::TextIndexUnreadable &&
      remake_text_index(arguments, session)) {
    archive = open_for_reading(arguments, session);
    if (!archive) return Result(tl::unexpect, archive.error());
    asked = ask(*archive);
  }
  if (!asked) return Result(tl::unexpect, print_storage_error(session, asked.error()));
  if (asked->empty()) return Result(tl::unexpect, nothing_found(session));
  return Result(ArchiveAnswer<Answer>{*std::move(archive), *std::move(asked)});
}

}  // namespace dixit::cli
