#pragma once

#include <string>

namespace dixit::storage {

enum class StorageErrorCode {
  NotFound,
  NoArchive,     // the directory is not there, or empty
  Ambiguous,     // an id prefix that several records share
  Locked,        // another process writes to this archive
  NotAnArchive,  // the directory exists and holds something else
  NewerSchema,   // written by a newer Dixit
  Corrupt,
  // WARC files with records, and no database that points at them: to make one would make orphans of
  // them all.
  WarcWithoutDatabase,
  Io,
  // The full-text index is missing or damaged. It is derived: ArchiveOptions::rebuild_text makes it
  // anew.
  TextIndexUnreadable,
  BadQuery,  // a full-text expression that cannot be read
};

// What failed, and on what: `context` names the file, id or expression for whoever reads the
// message.
struct StorageError {
  StorageErrorCode code = StorageErrorCode::Io;
  std::string context;
};

}  // namespace dixit::storage
