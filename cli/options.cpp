#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cxxopts.hpp>
#include <utility>

#include "parser/url/url.h"

namespace dixit::cli {
namespace {

cxxopts::Options build_parser(std::span<const Option> options) {
  cxxopts::Options parser("dixit");
  for (const auto& option : options) {
    std::string names(option.name);
    if (option.letter != 0) names = fmt::format("{},{}", option.letter, option.name);
    if (option.argument.empty()) {
      parser.add_options()(names, "");
    } else {
      parser.add_options()(names, "", cxxopts::value<std::string>());
    }
  }
  return parser;
}

const Option* find_option(std::span<const Option> options, std::string_view name) {
  const auto found = std::ranges::find_if(options, [&](const Option& option) {
    return option.name == name || (name.size() == 1 && option.letter == name.front());
  });
  return found == options.end() ? nullptr : &*found;
}

// The first word that looks like a long option and is none, without its dashes and value.
std::optional<std::string> first_unknown(std::span<const Option> options,
                                         std::span<const std::string> words) {
  for (const auto& word : words) {
    if (word == "--") break;
    if (!word.starts_with("--")) continue;
    std::string name = word.substr(2, word.find('=') - 2);
    if (find_option(options, name) == nullptr) return name;
  }
  return std::nullopt;
}

// The first word that looks like short options of which the first is none, such as "-bureaux".
std::optional<std::string> first_dashed(std::span<const Option> options,
                                        std::span<const std::string> words) {
  for (const auto& word : words) {
    if (word == "--") break;
    if (word.size() < 2 || word[0] != '-' || word[1] == '-') continue;
    if (find_option(options, word.substr(1, 1)) == nullptr) return word;
  }
  return std::nullopt;
}

UsageError explain(std::span<const Option> options, std::span<const std::string> words,
                   const std::exception& error) {
  const auto unknown = first_unknown(options, words);
  if (!unknown) {
    const auto dashed = first_dashed(options, words);
    if (!dashed) return {error.what()};
    return {
        fmt::format("{}: there is no such option; a word that begins with \"-\" goes behind "
                    "\"--\"{}",
                    *dashed, find_option(options, "text") == nullptr ? "" : " or into --text")};
  }
  std::vector<std::string_view> names;
  for (const auto& option : options) names.push_back(option.name);
  if (const auto meant = nearest(*unknown, names)) {
    return {fmt::format("there is no option --{}; did you mean --{}?", *unknown, *meant)};
  }
  return {fmt::format("there is no option --{}", *unknown)};
}

bool is_choice(std::string_view choices, std::string_view value) {
  while (true) {
    const std::size_t bar = choices.find('|');
    if (choices.substr(0, bar) == value) return true;
    if (bar == std::string_view::npos) return false;
    choices.remove_prefix(bar + 1);
  }
}

// Edits (insert, delete, replace) that turn `left` into `right`; words here are short.
std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

bool Arguments::has(std::string_view name) const { return values_.find(name) != values_.end(); }

std::string Arguments::get(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string() : found->second;
}

void Arguments::set(std::string name, std::string value) {
  values_.insert_or_assign(std::move(name), std::move(value));
}

void Arguments::add_positional(std::string value) { positional_.push_back(std::move(value)); }

tl::expected<Arguments, UsageError> parse_arguments(std::span<const Option> options,
                                                    std::span<const std::string> words) {
  std::vector<const char*> argv{"dixit"};
  for (const auto& word : words) argv.push_back(word.c_str());
  Arguments arguments;
  try {
    auto parser = build_parser(options);
    const auto result = parser.parse(static_cast<int>(argv.size()), argv.data());
    for (const auto& given : result.arguments()) {
      const Option* option = find_option(options, given.key());
      if (option == nullptr) continue;
      if (option->argument.empty() && given.value() == "false") continue;
      if (!option->argument.empty() && arguments.has(option->name)) {
        return tl::unexpected(UsageError{fmt::format("--{} is given twice", option->name)});
      }
      arguments.set(std::string(option->name), given.value());
    }
    for (const auto& word : result.unmatched()) arguments.add_positional(word);
  } catch (const cxxopts::exceptions::exception& error) {
    return tl::unexpected(explain(options, words, error));
  }
  for (const auto& option : options) {
    if (option.choices.empty() || !arguments.has(option.name)) continue;
    const std::string value = arguments.get(option.name);
    if (is_choice(option.choices, value)) continue;
    return tl::unexpected(
        UsageError{fmt::format("--{} {}: must be one of {}", option.name, value, option.choices)});
  }
  return arguments;
}

tl::expected<long long, UsageError> number_option(const Arguments& arguments, std::string_view name,
                                                  long long otherwise, long long least,
                                                  long long most) {
  if (!arguments.has(name)) return otherwise;
  const std::string text = arguments.get(name);
  long long value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stopped != end || value < least || value > most) {
    return tl::unexpected(UsageError{
        fmt::format("--{} {}: must be a whole number from {} to {}", name, text, least, most)});
  }
  return value;
}

tl::expected<std::string, UsageError> url_option(const Arguments& arguments) {
  std::string text = arguments.get("url");
  if (text.empty()) return text;
  if (const auto url = parser::parse_url(text); !url)
    return tl::unexpected(UsageError{fmt::format("--url {}: {}", text, describe(url.error()))});
  return text;
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  // A third of the letters wrong is a misspelling; more is another word.
  const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string_view> best;
  std::size_t best_distance = allowed + 1;
  for (const auto candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace dixit::cli
