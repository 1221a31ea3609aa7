#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "cli/version.h"
#include "parser/reader.h"
#include "report/wrap.h"

namespace dixit::cli {
namespace {

// Help stays readable on a wide terminal.
constexpr std::size_t kHelpColumnsMax = 100;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kOptionColumn = 26;

struct Topic {
  std::string_view name;
  std::string_view summary;
  std::string_view text;  // paragraphs parted by newlines; a line that begins with a blank is kept
};

constexpr std::array kTopics{
    Topic{"exit-codes", "what the exit code of each command means",
          "  0    success\n"
          "  1    something was tried and did not work; standard error says what\n"
          "  2    the command line could not be read; nothing was done\n"
          "  3    the question was understood and nothing was found\n"
          "  4    the archive is missing, in use by another writer, or not an archive; where a new "
          "one\n"
          "       is wanted, as by demo, the directory is not empty\n"
          "  130  interrupted (Ctrl-C); what was committed is kept and the next run goes on\n"},
    Topic{"environment", "the variables Dixit reads",
          "  DIXIT_ARCHIVE  the archive's directory, when --archive is not given\n"
          "  DIXIT_CONFIG   a directory whose languages/*.toml and entities.toml replace the "
          "built-in ones\n"
          "  DIXIT_CONTACT  where webmasters reach you, when crawl's --contact is not given\n"
          "  COLUMNS        how wide tables and texts may be; else as wide as the terminal\n"
          "  NO_COLOR       set to anything: no colour even on a terminal\n"
          "  XDG_DATA_HOME  the archive is $XDG_DATA_HOME/dixit when nothing else says where\n"
          "  HOME           else it is $HOME/.local/share/dixit\n"},
};

std::string usage_line(const Command& command) {
  return fmt::format("dixit {} [OPTION...]{}{}", command.name, command.operands.empty() ? "" : " ",
                     command.operands);
}

void append_wrapped(std::string& out, std::string_view text, std::size_t indent,
                    std::size_t columns) {
  for (const auto& line : report::wrap(text, columns - std::min(indent, columns - 1))) {
    out.append(indent, ' ').append(line).push_back('\n');
  }
}

// A term at the left, its explanation wrapped in the column at the right.
void append_entry(std::string& out, std::string_view term, std::string_view text,
                  std::size_t column, std::size_t columns) {
  std::string left = std::string(kIndent, ' ').append(term);
  if (left.size() + 2 > column) {
    out.append(left).push_back('\n');
    left.clear();
  }
  const std::size_t room = columns > column + 20 ? columns - column : 20;
  for (const auto& line : report::wrap(text, room)) {
    left.resize(std::max(left.size(), column), ' ');
    out.append(left).append(line).push_back('\n');
    left.clear();
  }
}

std::string option_term(const Option& option) {
  std::string term = option.letter != 0 ? fmt::format("-{}, --{}", option.letter, option.name)
                                        : fmt::format("    --{}", option.name);
  if (!option.argument.empty()) term.append(" ").append(option.argument);
  return term;
}

std::string option_text(const Option& option) {
  if (option.choices.empty()) return std::string(option.help);
  std::string choices;
  for (const char character : option.choices)
    choices += character == '|' ? ", " : std::string(1, character);
  return fmt::format("{} ({})", option.help, choices);
}

}  // namespace

std::string version_line() {
  return fmt::format("dixit {} (extractor {})\n", kVersion, parser::kExtractorVersion);
}

std::string general_help(std::size_t columns) {
  columns = std::clamp<std::size_t>(columns, 40, kHelpColumnsMax);
  std::string out;
  append_wrapped(out,
                 "Dixit archives news pages and finds in them who threatened whom, in which words, "
                 "and through whose hands those words reached us.",
                 0, columns);
  out += "\nUsage: dixit COMMAND [OPTION...] [OPERAND...]\n\nCommands:\n";
  constexpr std::size_t kCommandColumn = 12;
  for (const Command* command : commands()) {
    append_entry(out, command->name, command->summary, kCommandColumn, columns);
  }
  append_entry(out, "help", "help on a command or a topic", kCommandColumn, columns);
  out += "\nTopics:\n";
  for (const auto& topic : kTopics) {
    append_entry(out, topic.name, topic.summary, kCommandColumn + 3, columns);
  }
  out += "\nBegin with: dixit demo\n";
  return out;
}

std::string command_help(const Command& command, std::size_t columns) {
  columns = std::clamp<std::size_t>(columns, 40, kHelpColumnsMax);
  std::string out = "Usage: " + usage_line(command) + "\n\n";
  append_wrapped(out, command.description, 0, columns);
  out += "\nOptions:\n";
  for (const auto& option : all_options(command)) {
    append_entry(out, option_term(option), option_text(option), kOptionColumn, columns);
  }
  if (!command.examples.empty()) out += "\nExamples:\n";
  for (const auto& example : command.examples) {
    out.append(kIndent, ' ').append(example.command).push_back('\n');
    append_wrapped(out, example.effect, kIndent + 4, columns);
  }
  return out;
}

std::optional<std::string> topic_help(std::string_view topic, std::size_t columns) {
  const auto found = std::ranges::find(kTopics, topic, &Topic::name);
  if (found == kTopics.end()) return std::nullopt;
  std::string out = fmt::format("{}: {}\n\n", found->name, found->summary);
  if (found->text.starts_with(' ')) return out.append(found->text);
  append_wrapped(out, found->text, 0, columns);
  return out;
}

}  // namespace dixit::cli
