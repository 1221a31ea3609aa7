#pragma once

#include <filesystem>
#include <optional>
#include <tl/expected.hpp>

#include "cli/options.h"
#include "cli/session.h"
#include "storage/archive.h"
#include "storage/error.h"

namespace dixit::cli {

// The --archive option, the same for every command.
Option archive_option();

// --archive, else DIXIT_ARCHIVE, else $XDG_DATA_HOME/dixit, else ~/.local/share/dixit (XDG Base
// Directory Specification 0.8); nothing where there is no home directory either.
std::optional<std::filesystem::path> archive_directory(const Arguments& arguments,
                                                       Session& session);

// Opens the archive to look into it, beside a crawl that may be writing; on failure says why and
// returns the exit code.
[[nodiscard]] tl::expected<storage::Archive, int> open_for_reading(const Arguments& arguments,
                                                                   Session& session);

// Opens it to write, and creates it when there is none.
[[nodiscard]] tl::expected<storage::Archive, int> open_for_writing(const Arguments& arguments,
                                                                   Session& session);

// Makes the full-text index anew, which takes the archive's lock; whether it could.
bool remake_text_index(const Arguments& arguments, Session& session);

// Says what failed and what to do about it; returns the exit code.
int print_storage_error(Session& session, const storage::StorageError& error);

}  // namespace dixit::cli
