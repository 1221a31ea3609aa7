#include "cli/program.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "tests/cli/command_line.h"

namespace dixit::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string name_of(const Command& command) { return std::string(command.name); }

TEST(Help, OfEveryCommandSaysWhatItTakesAndGivesExamples) {
  for (const Command* command : commands()) {
    const Said said = dixit({name_of(*command), "--help"});
    EXPECT_EQ(said.code, kSuccess);
    EXPECT_EQ(said.err, "");
    EXPECT_THAT(said.out, StartsWith("Usage: dixit " + name_of(*command) + " [OPTION...]"));
    EXPECT_THAT(said.out, HasSubstr("\nExamples:\n  "));
    EXPECT_EQ(dixit({"help", name_of(*command)}).out, said.out);
    EXPECT_EQ(dixit({name_of(*command), "-h"}).out, said.out);
  }
}

// What an example shows must be there to be used.
TEST(Help, GivesExamplesOfThisVeryCommand) {
  for (const Command* command : commands()) {
    for (const Example& example : command->examples) {
      EXPECT_THAT(std::string(example.command), HasSubstr("dixit " + name_of(*command)));
      EXPECT_THAT(std::string(example.effect), testing::EndsWith("."));
    }
  }
}

TEST(Help, SaysWhatFiltersChooseWhereUtterancesArePrinted) {
  for (const char* command : {"timeline", "export"}) {
    EXPECT_THAT(dixit({"help", command}, "", {.columns = 300}).out,
                HasSubstr("any one telling of it passes"))
        << command;
  }
}

TEST(Help, FitsTheTerminal) {
  for (const std::size_t columns : {40U, 72U, 300U}) {
    for (const Command* command : commands()) {
      const Said said = dixit({"help", name_of(*command)}, "", {.columns = columns});
      // A command that can be pasted stays on its line.
      for (const std::string& line : lines_of(said.out)) {
        if (line.starts_with("  dixit") || line.starts_with("  echo")) continue;
        EXPECT_LE(line.size(), std::max<std::size_t>(columns, 66)) << line;
        EXPECT_LE(line.size(), 100U) << line;
      }
    }
  }
}

TEST(Help, IsThereForTopicsAndForItself) {
  EXPECT_THAT(dixit({"help", "exit-codes"}).out, HasSubstr("130"));
  EXPECT_THAT(dixit({"help", "environment"}).out, HasSubstr("DIXIT_ARCHIVE"));
  EXPECT_THAT(dixit({"help"}).out, HasSubstr("Begin with: dixit demo"));
  EXPECT_EQ(dixit({"help", "help"}).out, dixit({"help"}).out);
  EXPECT_EQ(dixit({"--help"}).out, dixit({"help"}).out);
}

TEST(Help, OnWhatIsNotThereIsAnError) {
  const Said said = dixit({"help", "weather"});
  EXPECT_EQ(said.code, kUsage);
  EXPECT_EQ(said.out, "");
  EXPECT_THAT(said.err, HasSubstr("there is no help on \"weather\"\n  \"dixit help\" lists"));
}

TEST(Program, SaysItsVersion) {
  EXPECT_THAT(dixit({"--version"}).out, StartsWith("dixit "));
  EXPECT_EQ(dixit({"version"}).out, dixit({"-V"}).out);
}

TEST(Program, WithoutACommandShowsHelpAsAnError) {
  const Said said = dixit({});
  EXPECT_EQ(said.code, kUsage);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err, dixit({"help"}).out);
}

TEST(Program, GuessesAtMisspeltCommandsAndOptions) {
  EXPECT_EQ(dixit({"serch"}).err,
            "dixit: there is no command \"serch\"\n  did you mean \"dixit search\"?\n");
  EXPECT_THAT(dixit({"frobnicate"}).err, HasSubstr("\"dixit help\" lists the commands"));
  EXPECT_THAT(dixit({"stats", "--archiv=x"}).err, HasSubstr("did you mean --archive?"));
  EXPECT_EQ(dixit({"stats", "--archiv=x"}).code, kUsage);
}

TEST(Program, RefusesOperandsThatACommandHasNoUseFor) {
  for (const char* command : {"timeline", "export", "stats", "demo"}) {
    const Said said = dixit({command, "extra"});
    EXPECT_EQ(said.code, kUsage) << command;
    EXPECT_THAT(said.err, HasSubstr("takes no operands")) << command;
  }
}

// https://owasp.org/www-community/attacks/Log_Injection
TEST(Program, ShowsNothingOfACommandLineThatATerminalWouldObey) {
  const Said said = dixit({"\x1b[2Jsearch\xC2\x9B"});
  EXPECT_EQ(said.code, kUsage);
  EXPECT_THAT(said.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(said.err, Not(HasSubstr("\xC2\x9B")));
}

}  // namespace
}  // namespace dixit::cli
