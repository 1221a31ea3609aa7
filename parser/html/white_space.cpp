#include "parser/html/white_space.h"

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

enum class Role { Visible, Space, Invisible };

struct Step {
  Role role = Role::Visible;
  std::size_t bytes = 1;
};

// The role of the character at `offset`, told from its UTF-8 bytes.
Step step_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {is_ascii_space(text[offset]) ? Role::Space : Role::Visible, 1};
  const std::string_view rest = text.substr(offset);
  if (lead == 0xC2) {
    if (rest.starts_with("\xC2\xA0")) return {Role::Space, 2};      // U+00A0 no-break space
    if (rest.starts_with("\xC2\xAD")) return {Role::Invisible, 2};  // U+00AD soft hyphen
    return {Role::Visible, 2};
  }
  if (lead == 0xE2 && rest.size() >= 3) {
    const auto second = static_cast<unsigned char>(rest[1]);
    const auto third = static_cast<unsigned char>(rest[2]);
    if (second == 0x80 && third <= 0x8A) return {Role::Space, 3};      // U+2000..U+200A
    if (second == 0x80 && third == 0x8B) return {Role::Invisible, 3};  // U+200B zero-width space
    if (second == 0x80 && (third == 0xA8 || third == 0xA9 || third == 0xAF)) {
      return {Role::Space, 3};  // U+2028, U+2029 separators, U+202F narrow no-break space
    }
    if (second == 0x81 && third == 0x9F) return {Role::Space, 3};      // U+205F
    if (second == 0x81 && third == 0xA0) return {Role::Invisible, 3};  // U+2060 word joiner
    return {Role::Visible, 3};
  }
  if (lead == 0xE3 && rest.starts_with("\xE3\x80\x80")) return {Role::Space, 3};      // U+3000
  if (lead == 0xEF && rest.starts_with("\xEF\xBB\xBF")) return {Role::Invisible, 3};  // U+FEFF
  return {};
}

}  // namespace

void append_collapsed(std::string& out, std::string_view text) {
  out.reserve(out.size() + text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Step step = step_at(text, i);
    if (step.role == Role::Visible) {
      out.append(text, i, step.bytes);
    } else if (step.role == Role::Space && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
    i += step.bytes;
  }
}

std::string collapse_white_space(std::string_view text) {
  std::string out;
  append_collapsed(out, text);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace dixit::parser
