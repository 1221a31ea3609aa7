#include "parser/url/percent_encoding.h"

#include <array>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// The printable ASCII characters of each set, by EncodeSet.
constexpr std::array<std::string_view, 6> kSetCharacters{
    "", " \"<>`", " \"#<>", " \"#<>'", " \"#<>?^`{}", " \"#<>?^`{}/:;=@[\\]|"};

using SetTable = std::array<std::array<bool, 256>, kSetCharacters.size()>;

constexpr SetTable make_set_table() {
  SetTable table{};
  for (std::size_t set = 0; set < kSetCharacters.size(); ++set) {
    for (std::size_t byte = 0; byte < 256; ++byte) table[set][byte] = byte < 0x20 || byte > 0x7E;
    for (const char c : kSetCharacters[set]) table[set][static_cast<unsigned char>(c)] = true;
  }
  return table;
}

constexpr SetTable kSetTable = make_set_table();

}  // namespace

bool is_in_encode_set(unsigned char byte, EncodeSet set) {
  return kSetTable[static_cast<std::size_t>(set)][byte];
}

void append_percent_byte(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out.push_back('%');
  out.push_back(kDigits[byte >> 4]);
  out.push_back(kDigits[byte & 0x0F]);
}

void append_percent_encoded(std::string& out, std::string_view text, EncodeSet set) {
  std::size_t copied = 0;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (!is_in_encode_set(byte, set)) continue;
    out.append(text.substr(copied, offset - copied));
    append_percent_byte(out, byte);
    copied = offset + 1;
  }
  out.append(text.substr(copied));
}

bool has_percent_byte_at(std::string_view text, std::size_t offset) {
  return offset + 2 < text.size() && text[offset] == '%' && hex_value(text[offset + 1]) >= 0 &&
         hex_value(text[offset + 2]) >= 0;
}

unsigned char percent_byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(hex_value(text[offset + 1]) * 16 + hex_value(text[offset + 2]));
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    if (has_percent_byte_at(text, offset)) {
      out.push_back(static_cast<char>(percent_byte_at(text, offset)));
      offset += 3;
    } else {
      out.push_back(text[offset++]);
    }
  }
  return out;
}

}  // namespace dixit::parser
