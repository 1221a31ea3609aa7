#include "storage/archive_impl.h"
#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/record_keys.h"
#include "storage/warc_lookup.h"

namespace dixit::storage {

std::optional<model::Capture> Archive::capture(std::string_view id) const {
  const auto bytes = impl_->database.get(Table::Captures, capture_key(id));
  return bytes ? decode_capture(*bytes) : std::nullopt;
}

std::optional<model::Capture> Archive::latest_capture_of(std::string_view url) const {
  const std::string prefix = captures_of_url_prefix(url);
  Cursor cursor = impl_->database.cursor(Table::Captures, prefix);
  cursor.seek_to_last();
  if (!cursor.valid()) return std::nullopt;
  return capture(to_hex(cursor.key().substr(prefix.size() + sizeof(std::int64_t))));
}

std::optional<model::Capture> Archive::capture_of_payload(std::string_view payload_sha256) const {
  const auto id = impl_->database.get(Table::Captures, payload_key(payload_sha256));
  return id ? capture(to_hex(*id)) : std::nullopt;
}

tl::expected<std::string, StorageError> Archive::payload(const model::Capture& capture) const {
  const auto directory = impl_->warc_directory();
  auto reading = read_record_at(directory, capture.response);
  if (!reading) return tl::unexpected(reading.error());
  if (field(reading->record, "WARC-Type") == "revisit") {
    // A revisit has no payload of its own: the first capture of the same payload has it.
    const auto original = capture_of_payload(capture.payload_sha256);
    if (!original || original->response == capture.response) {
      return tl::unexpected(StorageError{
          StorageErrorCode::NotFound,
          "capture " + capture.id + ": the capture that holds its payload is not in the archive"});
    }
    reading = read_record_at(directory, original->response);
    if (!reading) return tl::unexpected(reading.error());
  }
  std::string payload = payload_of(reading->record);
  if (sha256_hex(payload) != capture.payload_sha256) {
    return tl::unexpected(StorageError{
        StorageErrorCode::Corrupt, "capture " + capture.id + ": payload does not have its digest"});
  }
  return payload;
}

}  // namespace dixit::storage
