#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace dixit::cli {

// One option of a sub-command. Help, man page and shell completion are made from these tables.
struct Option {
  char letter = 0;            // 0: no short form
  std::string_view name;      // without dashes
  std::string_view argument;  // what the value is called in help, "" for a switch
  std::string_view help;
  std::string_view choices = {};  // the values there are, parted by "|"; "" for any
};

// A command line as read: options by name, then everything that is none.
class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view name) const;
  // The value given, or "".
  [[nodiscard]] std::string get(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& positional() const { return positional_; }

  void set(std::string name, std::string value);
  void add_positional(std::string value);

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> positional_;
};

struct UsageError {
  std::string message;
};

// Reads `words` (after the sub-command's name) by the table. "--" ends the options. An option with
// a value may be given once.
[[nodiscard]] tl::expected<Arguments, UsageError> parse_arguments(
    std::span<const Option> options, std::span<const std::string> words);

// The option's value as a whole number within [least, most], or `otherwise` when it was not given.
[[nodiscard]] tl::expected<long long, UsageError> number_option(const Arguments& arguments,
                                                                std::string_view name,
                                                                long long otherwise,
                                                                long long least, long long most);

// The value of --url, which must be an absolute URL, or "" when it was not given or is empty.
[[nodiscard]] tl::expected<std::string, UsageError> url_option(const Arguments& arguments);

// The candidate that a misspelt word most likely meant, or nothing when none is near.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates);

}  // namespace dixit::cli
