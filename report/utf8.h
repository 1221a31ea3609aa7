#pragma once

#include <string>
#include <string_view>

namespace dixit::report {

bool is_valid_utf8(std::string_view text);

// `text` with U+FFFD for each ill-formed part (Unicode 15, section 3.9). Everything Dixit prints
// passes here or through printable(): a reader of our output must never meet broken bytes.
std::string to_valid_utf8(std::string_view text);

std::u32string decode_utf8(std::string_view text);
std::string encode_utf8(std::u32string_view text);

}  // namespace dixit::report
