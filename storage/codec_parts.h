#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/span.h"
#include "storage/records.pb.h"
#include "storage/relays.h"

namespace dixit::storage {

// Parts that several messages share. For the codec_*.cpp files alone.

// proto3 enumerations are open: a number that this build does not know reads as the first.
template <typename Model, typename Proto>
Model enum_from(Proto value, bool (*is_known)(int)) {
  return is_known(static_cast<int>(value)) ? static_cast<Model>(static_cast<int>(value)) : Model{};
}

void put(pb::Span& out, const model::Span& span);
model::Span span_from(const pb::Span& span);

void put(pb::PublishedAt& out, const model::PublishedAt& published);
model::PublishedAt published_from(const pb::PublishedAt& published);

void put(pb::Relay& out, const Relay& relay);
Relay relay_from(const pb::Relay& relay);

// Parses a whole message, or nothing.
template <typename Message>
std::optional<Message> parse(std::string_view bytes) {
  constexpr std::size_t kMessageBytesMax = 1'000'000'000;  // protobuf counts bytes in an int
  Message message;
  if (bytes.size() > kMessageBytesMax) return std::nullopt;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
  return message;
}

}  // namespace dixit::storage
