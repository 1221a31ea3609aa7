#include "parser/url/percent_encoding.h"

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

bool contains(std::string_view characters, unsigned char byte) {
  return characters.find(static_cast<char>(byte)) != std::string_view::npos;
}

}  // namespace

bool is_in_encode_set(unsigned char byte, EncodeSet set) {
  if (byte < 0x20 || byte > 0x7E) return true;
  switch (set) {
    case EncodeSet::C0Control:
      return false;
    case EncodeSet::Fragment:
      return contains(" \"<>`", byte);
    case EncodeSet::Query:
      return contains(" \"#<>", byte);
    case EncodeSet::SpecialQuery:
      return contains(" \"#<>'", byte);
    case EncodeSet::Path:
      return contains(" \"#<>?^`{}", byte);
    case EncodeSet::UserInfo:
      return contains(" \"#<>?^`{}/:;=@[\\]|", byte);
  }
  return true;
}

void append_percent_byte(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out.push_back('%');
  out.push_back(kDigits[byte >> 4]);
  out.push_back(kDigits[byte & 0x0F]);
}

void append_percent_encoded(std::string& out, std::string_view text, EncodeSet set) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_in_encode_set(byte, set)) {
      append_percent_byte(out, byte);
    } else {
      out.push_back(c);
    }
  }
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
