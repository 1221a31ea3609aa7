#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// Percent-encoding by the WHATWG URL Standard (https://url.spec.whatwg.org/#percent-encoded-bytes).

// Which bytes are written as %XX. Each set but Query's special form contains the one before it;
// bytes from 0x7F up are always encoded.
enum class EncodeSet { C0Control, Fragment, Query, SpecialQuery, Path, UserInfo };

bool is_in_encode_set(unsigned char byte, EncodeSet set);

// Appends "%XX" with upper-case digits.
void append_percent_byte(std::string& out, unsigned char byte);

void append_percent_encoded(std::string& out, std::string_view text, EncodeSet set);

// True when a "%" and two hexadecimal digits stand at `offset`.
bool has_percent_byte_at(std::string_view text, std::size_t offset);

// The byte that has_percent_byte_at() found. Requires: it did.
unsigned char percent_byte_at(std::string_view text, std::size_t offset);

// Every "%XX" turned into its byte; a "%" without two digits stays. The result may be any bytes.
std::string percent_decode(std::string_view text);

}  // namespace dixit::parser
