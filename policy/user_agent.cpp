#include "policy/user_agent.h"

#include <algorithm>
#include <array>

#include "policy/ascii.h"

namespace dixit::policy {
namespace {

bool fits_header(char c) {
  constexpr std::string_view kBreaking = "()<>\"\\,;";
  return c > ' ' && c < 0x7F && kBreaking.find(c) == std::string_view::npos;
}

// A dotted name of letters, digits and hyphens, with a last label that is no number.
bool is_host_name(std::string_view name) {
  if (name.find('.') == std::string_view::npos || is_digit(name.back())) return false;
  while (!name.empty()) {
    const bool more = name.find('.') != std::string_view::npos;
    const std::string_view label = take_field(name, '.');
    if (label.empty() || (more && name.empty())) return false;
    if (!std::all_of(label.begin(), label.end(),
                     [](char c) { return is_alpha(c) || is_digit(c) || c == '-'; })) {
      return false;
    }
  }
  return true;
}

// The host at which `contact` says its owner is reached, "" when it does not say so.
std::string_view contact_host(std::string_view contact) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!starts_with_ignoring_case(contact, scheme)) continue;
    contact.remove_prefix(scheme.size());
    const std::string_view authority = contact.substr(0, contact.find_first_of("/?#"));
    const bool has_credentials = authority.find('@') != std::string_view::npos;
    return has_credentials ? std::string_view{} : authority.substr(0, authority.find(':'));
  }
  if (starts_with_ignoring_case(contact, "mailto:")) contact.remove_prefix(7);
  const std::string_view mailbox = take_field(contact, '@');
  const bool is_address = !mailbox.empty() && contact.find_first_of("@/:") == contact.npos;
  return is_address ? contact : std::string_view{};
}

bool is_placeholder(std::string_view host) {
  constexpr std::array<std::string_view, 8> kReserved = {
      "example.com", "example.org", "example.net", "example",
      "invalid",     "test",        "localhost",   "local"};
  return std::any_of(kReserved.begin(), kReserved.end(), [host](std::string_view reserved) {
    if (host.size() < reserved.size()) return false;
    const std::size_t cut = host.size() - reserved.size();
    return equal_ignoring_case(host.substr(cut), reserved) && (cut == 0 || host[cut - 1] == '.');
  });
}

}  // namespace

ContactProblem check_contact(std::string_view contact) {
  if (contact.empty()) return ContactProblem::Missing;
  if (contact.size() > kContactBytesMax) return ContactProblem::TooLong;
  if (!std::all_of(contact.begin(), contact.end(), fits_header)) {
    return ContactProblem::BadCharacter;
  }
  const std::string_view host = contact_host(contact);
  if (host.empty()) return ContactProblem::NotAContact;
  if (is_placeholder(host)) return ContactProblem::Placeholder;
  return is_host_name(host) ? ContactProblem::None : ContactProblem::NotAContact;
}

std::string_view describe(ContactProblem problem) {
  switch (problem) {
    case ContactProblem::None:
      return "";
    case ContactProblem::Missing:
      return "no contact is given; give an e-mail address or a web page where you can be reached";
    case ContactProblem::TooLong:
      return "the contact is longer than 200 bytes; give a shorter address";
    case ContactProblem::BadCharacter:
      return "the contact holds a character that a User-Agent header may not; give a plain address";
    case ContactProblem::NotAContact:
      return "the contact is neither an e-mail address nor an http(s) address";
    case ContactProblem::Placeholder:
      return "the contact is under a name reserved for examples; give one that reaches you";
  }
  return "";
}

std::optional<std::string> make_user_agent(std::string_view version, std::string_view contact) {
  std::string user_agent = std::string(kProductToken) + "/" + std::string(version);
  if (contact.empty()) return user_agent;
  const ContactProblem problem = check_contact(contact);
  if (problem == ContactProblem::TooLong || problem == ContactProblem::BadCharacter) {
    return std::nullopt;
  }
  return user_agent + " (+" + std::string(contact) + ")";
}

}  // namespace dixit::policy
