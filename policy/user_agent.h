#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Who we say we are: the product token, the contact, and the User-Agent header made of them.
//
// RFC 9110 §10.1.5 asks a robot to say how its owner is reached. Dixit makes it a condition:
// without a contact that a webmaster can use, the public web is not crawled.
namespace dixit::policy {

// What robots.txt calls us (RFC 9309 §2.2.1).
inline constexpr std::string_view kProductToken = "Dixit";

// Servers commonly cut or refuse headers of several hundred bytes.
inline constexpr std::size_t kContactBytesMax = 200;

enum class ContactProblem {
  None,
  Missing,
  TooLong,
  BadCharacter,  // outside printable ASCII, a space, a bracket, or what would break the header
  NotAContact,   // neither an e-mail address nor an http(s) URL with a host
  Placeholder,   // a reserved name nobody can be reached at (RFC 2606, RFC 6761)
};

// Judges a contact by its form; whether anybody reads there, it cannot know.
ContactProblem check_contact(std::string_view contact);

// One sentence for people on what is wrong and what would be right, "" for None.
std::string_view describe(ContactProblem problem);

// "Dixit/0.1.0 (+https://archive.example.net/about)". Without a contact "Dixit/0.1.0", which is fit
// for loopback and private networks alone. Nothing when the contact's form could break the header.
std::optional<std::string> make_user_agent(std::string_view version, std::string_view contact);

}  // namespace dixit::policy
