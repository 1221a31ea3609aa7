#include <fmt/format.h>
#include <gmock/gmock.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cli/exit_codes.h"
#include "tests/cli/small_archive.h"

// The forms in which search, timeline, show, chain, export and stats print.
namespace dixit::cli {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

using Words = std::vector<std::string>;

std::string printed(const Words& words, const Terminal& terminal = {}) {
  const Said said = small_archive().dixit(words, terminal);
  EXPECT_EQ(said.code, kSuccess) << said.err;
  EXPECT_EQ(said.err, "");
  return said.out;
}

// How many values the JSON array holds; the parser throws on what is no JSON.
std::size_t array_size(const std::string& json) {
  simdjson::dom::parser parser;
  return simdjson::dom::array(parser.parse(json)).size();
}

// How many lines of JSON Lines there are, each a whole object.
std::size_t object_lines(const std::string& text) {
  simdjson::dom::parser parser;
  std::size_t count = 0;
  for (const std::string& line : lines_of(text)) {
    EXPECT_GT(simdjson::dom::object(parser.parse(line)).size(), 0U);
    ++count;
  }
  return count;
}

// How many quotations the archive holds.
std::size_t quotations() { return lines_of(printed({"search", "--format", "csv"})).size() - 1; }

TEST(Forms, OfSearch) {
  EXPECT_THAT(
      lines_of(printed({"search", "gates"}, {.columns = 100})),
      ElementsAre(StartsWith("DATE"),
                  AllOf(StartsWith("2021-05-10"), HasSubstr("Oskar Venn"), HasSubstr("The Gull")),
                  StartsWith("09:30Z"), "", "1 quotation"));
  EXPECT_GE(quotations(), 5U);
  EXPECT_EQ(array_size(printed({"search", "--format", "json"})), quotations());
  EXPECT_EQ(object_lines(printed({"search", "--format", "jsonl"})), quotations());
  EXPECT_THAT(lines_of(printed({"search", "--format", "csv"})), Each(testing::EndsWith("\r")));
}

TEST(Forms, OfTimeline) {
  EXPECT_THAT(printed({"timeline"}), AllOf(HasSubstr("Ivo Lanz"), HasSubstr("3 utterances")));
  EXPECT_EQ(array_size(printed({"timeline", "--format", "json"})), 3U);
  EXPECT_EQ(object_lines(printed({"timeline", "--format", "jsonl"})), 3U);
  EXPECT_THAT(lines_of(printed({"timeline", "--format", "csv"})), SizeIs(4));
  EXPECT_THAT(
      printed({"timeline", "--format", "html"}),
      AllOf(StartsWith("<!doctype html>"), HasSubstr("Ivo Lanz"), testing::EndsWith("</html>\n")));
  EXPECT_THAT(printed({"timeline", "--threat", "all"}),
              HasSubstr(fmt::format("{} utterances", quotations())));
}

TEST(Forms, OfExport) {
  EXPECT_EQ(object_lines(printed({"export"})), quotations());
  EXPECT_EQ(array_size(printed({"export", "--format", "json"})), quotations());
  EXPECT_EQ(printed({"export", "--format", "csv"}), printed({"search", "--format", "csv"}));
  EXPECT_EQ(object_lines(printed({"export", "--what", "documents"})), 3U);
  EXPECT_EQ(object_lines(printed({"export", "--what", "utterances", "--threat", "any"})), 3U);
  EXPECT_THAT(printed({"export", "--format", "html"}), StartsWith("<!doctype html>"));
  EXPECT_THAT(lines_of(printed({"export"})),
              Each(AllOf(HasSubstr("\"warc_file\":\"dixit-"), HasSubstr("\"payload_sha256\":\""),
                         HasSubstr("TextQuoteSelector"), HasSubstr("#:~:text="))));
}

TEST(Forms, OfShow) {
  const std::string id = small_archive().id_of("brûlerons");
  const std::string quotation = printed({"show", id});
  EXPECT_THAT(quotation, AllOf(HasSubstr("Ivo Lanz"), HasSubstr("aurait écrit"), HasSubstr(id)));
  EXPECT_EQ(printed({"show", id.substr(0, 8)}), quotation) << "the beginning of an id is enough";
  EXPECT_EQ(object_lines(printed({"show", "--format", "json", id})), 1U);

  const std::string json = printed({"show", "--format", "json", id});
  simdjson::dom::parser parser;
  const simdjson::dom::element row = parser.parse(json);
  const std::string document{std::string_view(row["document"])};
  const std::string capture{std::string_view(row["capture"])};
  EXPECT_THAT(printed({"show", document}),
              AllOf(HasSubstr("Le port menacé dans une lettre"), HasSubstr("Mara Quill")));
  EXPECT_EQ(object_lines(printed({"show", "--format", "json", document})), 1U);
  EXPECT_THAT(printed({"show", capture}), HasSubstr("http://press.example/heron/port.html"));
  EXPECT_EQ(object_lines(printed({"show", "--format", "json", capture})), 1U);
  EXPECT_THAT(printed({"show", "--format", "json", capture}),
              AllOf(HasSubstr(R"("headers":[[")"), HasSubstr(R"("remote_address":)"),
                    HasSubstr(R"("opt_outs":{"noarchive":false,)"), HasSubstr(R"("redirect":null)"),
                    HasSubstr(R"("warc_file":"dixit-)")));
}

TEST(Forms, OfChain) {
  const std::string id = small_archive().id_of("brûlerons");
  const std::string chain = printed({"chain", id});
  EXPECT_THAT(chain, AllOf(HasSubstr("speaker        Ivo Lanz ["), HasSubstr("une lettre ["),
                           HasSubstr("agency         Reuters ["),
                           HasSubstr("outlet         Le Héron"), HasSubstr("alleged, hedged")));
  EXPECT_EQ(printed({"chain", id.substr(0, 8)}), chain);
  EXPECT_EQ(object_lines(printed({"chain", "--format", "json", id})), 1U);
}

TEST(Forms, OfStats) {
  EXPECT_THAT(printed({"stats"}),
              AllOf(HasSubstr(fmt::format("quotations            {:>2}", quotations())),
                    HasSubstr("Le Héron")));
  EXPECT_THAT(printed({"stats", "--format", "json"}), HasSubstr("\"documents\":3"));
}

TEST(Forms, AreWrittenToAFileWholeOrNotAtAll) {
  const support::TempDir directory;
  const std::filesystem::path file = directory / "threats.csv";
  std::ofstream(file) << "what was there before";
  EXPECT_EQ(printed({"search", "--format", "csv", "-o", file.string()}), "");
  std::ifstream stream(file, std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_EQ(written, printed({"search", "--format", "csv"}));
  const auto files = std::filesystem::directory_iterator(directory.path());
  EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing unfinished lies about";
}

TEST(Forms, AreWrittenToStandardOutputForADash) {
  EXPECT_EQ(printed({"search", "--format", "csv", "-o", "-"}),
            printed({"search", "--format", "csv"}));
  EXPECT_FALSE(std::filesystem::exists("-"));
}

// A page that gives a day alone may be of its evening; whoever gives an hour told first for all
// that is known.
TEST(Forms, OfTimelineBeginWithTheTellingThatIsFirstForCertain) {
  const support::TempDir directory;
  std::filesystem::create_directory(directory / "pages");
  const auto write = [&](const char* name, const char* outlet, const char* date) {
    std::ofstream(directory / "pages" / name) << fmt::format(
        "<html lang=\"en\"><head><title>Port threatened</title><meta property=\"og:site_name\" "
        "content=\"{}\"><meta property=\"og:type\" content=\"article\"><meta "
        "property=\"article:published_time\" content=\"{}\"></head><body><article><h1>Port "
        "threatened</h1><p>“We will burn the port and kill everyone in it,” Ivo Lanz wrote in a "
        "letter to the harbour office.</p></article></body></html>",
        outlet, date);
  };
  write("a.html", "The Gull", "2021-03-02");
  write("b.html", "The Heron", "2021-03-02T09:30:00+00:00");
  const std::string archive = directory / "archive";
  ASSERT_EQ(dixit({"ingest", "-a", archive, directory / "pages"}).code, kSuccess);
  const std::string json = dixit({"timeline", "-a", archive, "-f", "jsonl"}).out;
  EXPECT_THAT(json, HasSubstr(R"("first_seen":"2021-03-02T09:30Z","first_seen_is":"published")"));
  EXPECT_THAT(json, HasSubstr(R"("outlets":["The Gull","The Heron"])"));
}

TEST(Forms, ForPeopleSayWhatALimitLeftOut) {
  EXPECT_THAT(printed({"timeline", "-n", "1"}),
              HasSubstr("1 utterance in 1 telling; 2 more left out by --limit\n"));
  EXPECT_THAT(printed({"timeline", "-n", "1", "--format", "html"}),
              HasSubstr("1 utterance in 1 telling; 2 more left out by --limit"));
  EXPECT_THAT(printed({"timeline", "-n", "3"}), Not(HasSubstr("left out")));
  EXPECT_THAT(printed({"search", "-n", "1"}), HasSubstr("1 quotation; more left out by --limit\n"));
  EXPECT_THAT(printed({"search", "gates", "-n", "1"}), Not(HasSubstr("left out")));
  EXPECT_EQ(object_lines(printed({"search", "-n", "2", "--format", "jsonl"})), 2U);
}

TEST(Forms, HaveColourOnATerminalAlone) {
  for (const Words& words : std::vector<Words>{
           {"search"}, {"timeline"}, {"stats"}, {"show", small_archive().id_of("burn")}}) {
    EXPECT_THAT(printed(words, {.colour = true}), HasSubstr("\x1b["));
    EXPECT_THAT(printed(words, {.colour = false}), Not(HasSubstr("\x1b")));
  }
  EXPECT_THAT(printed({"search", "--format", "csv"}, {.colour = true}), Not(HasSubstr("\x1b")));
}

// Letters, without the bytes that go on with a letter.
std::size_t letters(const std::string& line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

TEST(Forms, KeepToTheColumnsThereAre) {
  for (const std::size_t columns : {40U, 60U, 79U, 80U, 100U, 160U}) {
    for (const char* command : {"search", "timeline"}) {
      for (const std::string& line : lines_of(printed({command}, {.columns = columns}))) {
        EXPECT_LE(letters(line), columns) << line;
      }
    }
  }
}

}  // namespace
}  // namespace dixit::cli
