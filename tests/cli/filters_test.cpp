#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_codes.h"
#include "tests/cli/small_archive.h"
#include "tests/support/temp_dir.h"

// Every filter of search, timeline and export, on one archive.
namespace dixit::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// The first word that tells the archive's five marked quotations apart; nothing for another, such
// as a clause that is taken for reported speech.
std::optional<std::string> short_name(const std::string& line) {
  for (const char* word : {"burn", "afraid", "gates", "brûlerons", "peur"}) {
    if (line.find(word) != std::string::npos) return word;
  }
  return std::nullopt;
}

// What passes the filters, in its order, by short_name().
std::vector<std::string> found(std::vector<std::string> filters) {
  filters.insert(filters.begin(), {"search", "--format", "csv"});
  const Said said = small_archive().dixit(std::move(filters));
  EXPECT_EQ(said.err, said.code == kNothingFound
                          ? "dixit: nothing passes these filters\n"
                            "  \"dixit stats\" shows what the archive holds\n"
                          : "");
  std::vector<std::string> names;
  for (const std::string& line : lines_of(said.out)) {
    if (line.starts_with("quotation,")) continue;
    if (const auto name = short_name(line)) names.push_back(*name);
  }
  return names;
}

TEST(Filters, AreNoneAndEverythingPassesByDate) {
  const auto all = found({});
  EXPECT_THAT(all, UnorderedElementsAre("afraid", "burn", "brûlerons", "peur", "gates"));
  EXPECT_EQ(all.back(), "gates");
  EXPECT_EQ(found({"--newest"}).front(), "gates");
}

TEST(Filters, Speaker) {
  EXPECT_THAT(found({"--speaker", "Ivo Lanz"}), UnorderedElementsAre("burn", "brûlerons"));
  EXPECT_THAT(found({"--speaker", "QUILL"}), UnorderedElementsAre("afraid", "peur"));
  EXPECT_THAT(found({"--speaker", "Lan"}), IsEmpty());
}

TEST(Filters, Target) {
  EXPECT_THAT(found({"--target", "port"}), UnorderedElementsAre("burn", "brûlerons"));
}

TEST(Filters, Via) {
  EXPECT_THAT(found({"--via", "reuters"}), UnorderedElementsAre("brûlerons"));
  EXPECT_THAT(found({"--via", "lettre"}), UnorderedElementsAre("brûlerons"));
}

TEST(Filters, OutletWithoutDiacritics) {
  EXPECT_THAT(found({"--outlet", "heron"}), UnorderedElementsAre("brûlerons", "peur"));
  EXPECT_THAT(found({"--outlet", "The Gull"}), UnorderedElementsAre("afraid", "burn", "gates"));
}

TEST(Filters, Language) {
  EXPECT_THAT(found({"--lang", "fr"}), UnorderedElementsAre("brûlerons", "peur"));
  EXPECT_THAT(found({"--lang", "de"}), IsEmpty());
}

TEST(Filters, DatesHoldTheWholeOfWhatTheyName) {
  EXPECT_THAT(found({"--since", "2021-03-03"}), UnorderedElementsAre("brûlerons", "peur", "gates"));
  EXPECT_THAT(found({"--until", "2021-03-02"}), UnorderedElementsAre("afraid", "burn"));
  EXPECT_THAT(found({"--until", "2021-03"}),
              UnorderedElementsAre("afraid", "burn", "brûlerons", "peur"));
  EXPECT_THAT(found({"--since", "2021-05", "--until", "2021"}), UnorderedElementsAre("gates"));
  EXPECT_THAT(found({"--since", "2021-03-03T07:00Z", "--until", "2021-03-03T07:00Z"}),
              UnorderedElementsAre("brûlerons", "peur"));
  EXPECT_THAT(found({"--since", "2022", "--until", "2020"}), IsEmpty());
}

// Half an hour into 5 March where the page was made is 4 March in UTC.
TEST(Filters, DatesWithoutAZoneAreThoseThatArePrinted) {
  const support::TempDir directory;
  std::filesystem::create_directory(directory / "pages");
  std::ofstream(directory / "pages" / "night.html")
      << "<html lang=\"en\"><head><title>Night letter</title><meta property=\"og:type\" "
         "content=\"article\"><meta property=\"article:published_time\" "
         "content=\"2024-03-05T00:30+02:00\"></head><body><article><h1>Night letter</h1><p>“We "
         "will "
         "burn the port,” Ivo Lanz wrote in a letter to the harbour office.</p></article>"
         "</body></html>";
  const std::string archive = directory / "archive";
  ASSERT_EQ(dixit({"ingest", "-a", archive, directory / "pages"}).code, kSuccess);
  const auto code = [&](const char* filter, const char* date) {
    return dixit({"search", "-a", archive, filter, date}).code;
  };
  EXPECT_EQ(code("--since", "2024-03-05"), kSuccess);
  EXPECT_EQ(code("--until", "2024-03-05"), kSuccess);
  EXPECT_EQ(code("--until", "2024-03-04"), kNothingFound);
  EXPECT_EQ(code("--since", "2024-03-05T00:30"), kSuccess);
  EXPECT_EQ(code("--until", "2024-03-05T00:29"), kNothingFound);
  EXPECT_EQ(code("--until", "2024-03-04T22:30Z"), kSuccess) << "a zone is heeded";
  EXPECT_EQ(code("--since", "2024-03-04T22:31Z"), kNothingFound);
}

TEST(Filters, Threat) {
  EXPECT_THAT(found({"--threat", "any"}), UnorderedElementsAre("burn", "brûlerons", "gates"));
  EXPECT_THAT(found({"--threat", "violent"}), UnorderedElementsAre("burn", "brûlerons"));
  EXPECT_THAT(found({"--threat", "coercive"}), UnorderedElementsAre("gates"));
  EXPECT_THAT(found({"--threat", "none"}), UnorderedElementsAre("afraid", "peur"));
}

TEST(Filters, Evidential) {
  EXPECT_THAT(found({"--evidential", "hedged"}), UnorderedElementsAre("brûlerons"));
  EXPECT_THAT(found({"--evidential", "denied"}), IsEmpty());
}

TEST(Filters, Text) {
  EXPECT_THAT(found({"--text", "bruler"}), UnorderedElementsAre("brûlerons"));
  EXPECT_THAT(found({"--text", "letter OR gates"}), UnorderedElementsAre("afraid", "gates"));
  EXPECT_THAT(found({"--text", "\"burn the port\""}), UnorderedElementsAre("burn"));
  EXPECT_THAT(found({"burning"}), UnorderedElementsAre("burn"))
      << "a word of search is a text, too";
}

TEST(Filters, WorkTogether) {
  EXPECT_THAT(found({"--outlet", "gull", "--threat", "any", "--speaker", "lanz"}),
              UnorderedElementsAre("burn"));
}

TEST(Filters, NewestAndLimit) {
  EXPECT_THAT(found({"--newest", "-n", "1"}), UnorderedElementsAre("gates"));
  EXPECT_THAT(found({"--outlet", "gull", "--threat", "any", "-n", "1"}),
              UnorderedElementsAre("burn"));
}

TEST(Filters, AreRefusedWhenAWordIsEmpty) {
  for (const char* word : {"", " "}) {
    const Said said = small_archive().dixit({"search", "gates", word});
    EXPECT_EQ(said.code, kUsage);
    EXPECT_THAT(said.err, HasSubstr("a WORD to look for is empty"));
    EXPECT_EQ(said.out, "");
  }
}

// The last of two would otherwise count alone.
TEST(Filters, AreRefusedWhenTheyAreGivenTwice) {
  const Said said = small_archive().dixit({"search", "--outlet", "gull", "--outlet", "heron"});
  EXPECT_EQ(said.code, kUsage);
  EXPECT_THAT(said.err, HasSubstr("--outlet is given twice"));
  EXPECT_EQ(small_archive().dixit({"search", "--newest", "--newest"}).code, kSuccess);
}

// What filters may not be: a script whose variable is empty must not be given everything.
TEST(Filters, AreRefusedWhenTheySayNothing) {
  for (const char* name : {"--speaker", "--target", "--via", "--outlet", "--lang", "--text"}) {
    const Said said = small_archive().dixit({"search", name, ""});
    EXPECT_EQ(said.code, kUsage) << name;
    EXPECT_THAT(said.err, HasSubstr(std::string(name) + " is empty"));
    EXPECT_EQ(said.out, "");
  }
}

TEST(Filters, AreRefusedWhenTheyCannotBeRead) {
  const std::vector<std::vector<std::string>> wrong{{"--since", "yesterday"},
                                                    {"--until", "2021-13"},
                                                    {"--threat", "maybe"},
                                                    {"--evidential", "sure"},
                                                    {"--limit", "0"},
                                                    {"--limit", "many"},
                                                    {"--text", "\"open"},
                                                    {"--text", "-port"},
                                                    {"--format", "html"},
                                                    {"--speeker", "Lanz"},
                                                    {"--limit", "99999999999999999999"}};
  for (std::vector<std::string> words : wrong) {
    words.insert(words.begin(), "search");
    const Said said = small_archive().dixit(words);
    EXPECT_EQ(said.code, kUsage) << words[1] << ' ' << words[2];
    EXPECT_EQ(said.out, "");
    EXPECT_THAT(said.err, HasSubstr("\n  ")) << "names no remedy";
  }
}

TEST(Filters, AreTheSameForEveryCommand) {
  for (const char* command : {"search", "timeline", "export"}) {
    const Said said = small_archive().dixit({command, "--speaker", "Venn", "--format", "jsonl"});
    EXPECT_EQ(said.code, kSuccess) << command;
    EXPECT_EQ(lines_of(said.out).size(), 1U) << command;
    EXPECT_THAT(said.out, HasSubstr("block the gates")) << command;
    const Said nothing = small_archive().dixit({command, "--speaker", "Nobody"});
    EXPECT_EQ(nothing.code, kNothingFound) << command;
    EXPECT_EQ(nothing.out, "") << command;
  }
}

}  // namespace
}  // namespace dixit::cli
