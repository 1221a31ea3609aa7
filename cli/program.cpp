#include "cli/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <new>

#include "cli/command.h"
#include "cli/help.h"

namespace dixit::cli {
namespace {

int refuse_command(Session& session, const std::string& word) {
  std::vector<std::string_view> names{"help"};
  for (const Command* command : commands()) names.push_back(command->name);
  const auto meant = nearest(word, names);
  const std::string remedy = meant ? fmt::format("did you mean \"dixit {}\"?", *meant)
                                   : std::string("\"dixit help\" lists the commands");
  print_error(session, fmt::format("there is no command \"{}\"", word), remedy);
  return kUsage;
}

bool asks_for_help(std::span<const std::string> words) {
  for (const auto& word : words) {
    if (word == "--") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

int run_command(const Command& command, std::span<const std::string> words, Session& session) {
  if (asks_for_help(words)) {
    session.out << command_help(command, session.terminal.columns);
    return kSuccess;
  }
  const auto arguments = parse_arguments(all_options(command), words);
  if (!arguments) return refuse_usage(session, command.name, arguments.error().message);
  if (command.operands.empty() && !arguments->positional().empty()) {
    return refuse_usage(session, command.name,
                        fmt::format("\"{}\": \"dixit {}\" takes no operands",
                                    arguments->positional().front(), command.name));
  }
  return command.run(*arguments, session);
}

int run_help(std::span<const std::string> topics, Session& session) {
  if (topics.empty() || topics.front() == "help") {
    session.out << general_help(session.terminal.columns);
    return kSuccess;
  }
  if (const Command* command = find_command(topics.front())) {
    session.out << command_help(*command, session.terminal.columns);
    return kSuccess;
  }
  if (const auto text = topic_help(topics.front(), session.terminal.columns)) {
    session.out << *text;
    return kSuccess;
  }
  print_error(session, fmt::format("there is no help on \"{}\"", topics.front()),
              "\"dixit help\" lists the commands and topics");
  return kUsage;
}

int dispatch(std::span<const std::string> words, Session& session) {
  if (words.empty()) {
    session.err << general_help(session.terminal.columns);
    return kUsage;
  }
  const std::string& first = words.front();
  const auto rest = words.subspan(1);
  if (first == "help" || first == "--help" || first == "-h") return run_help(rest, session);
  if (first == "--version" || first == "-V" || first == "version") {
    session.out << version_line();
    return kSuccess;
  }
  if (const Command* command = find_command(first)) return run_command(*command, rest, session);
  return refuse_command(session, first);
}

}  // namespace

int run(std::span<const std::string> words, Session& session) {
  try {
    const int code = dispatch(words, session);
    session.out.flush();
    if (session.out.good()) return code;
    print_error(session, "cannot write to standard output",
                "is the disk full, or the reader of the pipe gone?");
  } catch (const std::bad_alloc&) {
    print_error(session, "out of memory");
  } catch (const std::exception& error) {
    print_error(session, fmt::format("a library failed: {}", error.what()));
  }
  return kFailure;
}

}  // namespace dixit::cli
