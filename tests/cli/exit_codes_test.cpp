#include "cli/exit_codes.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "storage/archive.h"
#include "tests/cli/small_archive.h"

// Every exit code of every command; each error names a remedy, and none has a word on standard
// output.
namespace dixit::cli {
namespace {

using ::testing::HasSubstr;

using Words = std::vector<std::string>;

void expect_refused(const Said& said, int code, const std::string& problem,
                    const std::string& remedy) {
  EXPECT_EQ(said.code, code) << said.err;
  EXPECT_EQ(said.out, "");
  EXPECT_THAT(said.err, HasSubstr("dixit: "));
  EXPECT_THAT(said.err, HasSubstr(problem));
  EXPECT_THAT(said.err, HasSubstr(remedy));
}

// The commands that look into an archive, each with what it needs besides.
const std::vector<Words>& readers() {
  static const std::vector<Words> kReaders{{"search"}, {"timeline"},       {"export"},
                                           {"stats"},  {"show", "abcdef"}, {"chain", "abcdef"}};
  return kReaders;
}

Words with_archive(Words words, const std::filesystem::path& directory) {
  words.insert(words.begin() + 1, {"--archive", directory.string()});
  return words;
}

TEST(ExitCodes, SuccessOfEveryCommandThatReads) {
  const SmallArchive& archive = small_archive();
  const std::string id = archive.id_of("burn");
  for (const Words& words : std::vector<Words>{
           {"search"}, {"timeline"}, {"export"}, {"stats"}, {"show", id}, {"chain", id}}) {
    const Said said = archive.dixit(words);
    EXPECT_EQ(said.code, kSuccess) << words[0];
    EXPECT_NE(said.out, "") << words[0];
    EXPECT_EQ(said.err, "") << words[0];
  }
}

TEST(ExitCodes, NoArchive) {
  const support::TempDir directory;
  std::filesystem::create_directory(directory / "empty");
  std::filesystem::create_directory(directory / "other");
  std::ofstream(directory / "other" / "letter.txt") << "not an archive";
  for (const Words& words : readers()) {
    expect_refused(dixit(with_archive(words, directory / "none")), kNoArchive, "none: no archive",
                   "crawl or ingest into it first");
    expect_refused(dixit(with_archive(words, directory / "empty")), kNoArchive, "empty: no archive",
                   "crawl or ingest into it first");
    expect_refused(dixit(with_archive(words, directory / "other")), kNoArchive,
                   "other: holds something else than an archive", "name another --archive");
  }
  EXPECT_FALSE(std::filesystem::exists(directory / "none"));
  for (const Words& words : std::vector<Words>{{"crawl", "--allow-private", "http://127.0.0.1/"},
                                               {"ingest", directory.path().string()}}) {
    expect_refused(dixit(with_archive(words, directory / "other")), kNoArchive,
                   "holds something else", "name another --archive");
  }
}

TEST(ExitCodes, NoArchiveForAWriterWhileAnotherWrites) {
  const SmallArchive archive;
  const auto writer = storage::Archive::open(archive.directory(), {});
  ASSERT_TRUE(writer);
  expect_refused(archive.dixit({"ingest", "."}), kNoArchive, "another process writes",
                 "wait until its crawl ends");
  expect_refused(archive.dixit({"crawl"}), kNoArchive, "another process writes",
                 "wait until its crawl ends");
  EXPECT_EQ(archive.dixit({"search", "gates"}).code, kSuccess) << "readers need not wait";
}

TEST(ExitCodes, NothingFoundForUnknownIds) {
  for (const char* id : {"0123456789abcdef", "zzzz", "no-id", ""}) {
    for (const char* command : {"show", "chain"}) {
      expect_refused(small_archive().dixit({command, id}), kNothingFound,
                     std::string("no quotation has the id ") + id, "\"dixit search\" lists ids");
    }
  }
}

TEST(ExitCodes, NothingFoundForTheBeginningOfAnIdThatIsTooShort) {
  const std::string beginning = small_archive().id_of("burn").substr(0, 3);
  for (const char* command : {"show", "chain"}) {
    expect_refused(small_archive().dixit({command, beginning}), kNothingFound,
                   "no quotation has the id " + beginning + ": the beginning of one needs 4",
                   "\"dixit search\" lists ids");
  }
}

TEST(ExitCodes, NoArchiveWhereNothingSaysWhereItIs) {
  for (const Words& words : readers()) {
    expect_refused(dixit(words), kNoArchive, "HOME is not set", "--archive");
  }
  expect_refused(dixit({"crawl"}), kNoArchive, "HOME is not set", "--archive");
}

TEST(ExitCodes, UsageForAWordThatBeginsLikeAnOption) {
  expect_refused(small_archive().dixit({"search", "offices", "-bureaux"}), kUsage,
                 "-bureaux: there", "dixit help search");
  EXPECT_THAT(small_archive().dixit({"search", "offices", "-bureaux"}).err,
              HasSubstr("goes behind \"--\" or into --text"));
  EXPECT_EQ(small_archive().dixit({"search", "gates", "--", "-burn"}).code, kSuccess);
  EXPECT_THAT(small_archive().dixit({"show", "-x"}).err, HasSubstr("goes behind \"--\"\n"));
}

TEST(ExitCodes, UsageForIdsThatAreMissingOrTooMany) {
  for (const char* command : {"show", "chain"}) {
    expect_refused(small_archive().dixit({command}), kUsage, "name one", "dixit help");
    expect_refused(small_archive().dixit({command, "abcd", "ef01"}), kUsage, "name one",
                   "dixit help");
  }
}

// A page of so many quotations that some share the first four digits of their ids, the fewest that
// are looked up.
std::string page_of_many() {
  std::string page = "<html lang=\"en\"><title>Letters</title><article><h1>Letters</h1>";
  for (int i = 0; i < 1000; ++i) {
    page += fmt::format("<p>“Letter number {} will not make us leave,” said Mara Quill.</p>", i);
  }
  return page + "</article></html>";
}

TEST(ExitCodes, UsageForTheBeginningOfSeveralIds) {
  const support::TempDir directory;
  std::filesystem::create_directory(directory / "pages");
  std::ofstream(directory / "pages" / "many.html") << page_of_many();
  const std::string archive = directory / "archive";
  // Ids come from addresses: one that is the same in every run has the same ids share a beginning.
  ASSERT_EQ(
      dixit({"ingest", "-a", archive, "--base-url", "http://letters.test/", directory / "pages"})
          .code,
      kSuccess);
  std::set<std::string> seen;
  std::string shared;
  for (const std::string& line : lines_of(dixit({"search", "-a", archive, "-f", "csv"}).out)) {
    const std::string beginning = line.substr(0, 4);
    if (!seen.insert(beginning).second) shared = beginning;
  }
  ASSERT_NE(shared, "");
  for (const char* command : {"show", "chain"}) {
    expect_refused(dixit({command, "-a", archive, shared}), kUsage,
                   "several quotations have an id that begins with " + shared,
                   "give more of the id");
    expect_refused(dixit({command, "-a", archive, shared.substr(0, 3)}), kNothingFound,
                   "no quotation has the id", "\"dixit search\" lists ids");
  }
}

TEST(ExitCodes, UsageForFormsThatDoNotFit) {
  const SmallArchive& archive = small_archive();
  expect_refused(archive.dixit({"export", "--what", "documents", "--format", "csv"}), kUsage,
                 "columns for --what quotations alone", "dixit help export");
  expect_refused(archive.dixit({"export", "--what", "documents", "--format", "html"}), kUsage,
                 "page of --what utterances alone", "dixit help export");
  expect_refused(archive.dixit({"stats", "--format", "csv"}), kUsage, "must be one of table|json",
                 "dixit help stats");
}

TEST(ExitCodes, FailureWhenTheOutputCannotBeWritten) {
  const support::TempDir directory;
  for (const char* command : {"search", "timeline", "export"}) {
    expect_refused(small_archive().dixit({command, "-o", directory / "none" / "file"}), kFailure,
                   "cannot be written", "does the directory exist");
  }
}

TEST(ExitCodes, OfIngest) {
  const support::TempDir directory;
  EXPECT_EQ(small_archive().ingested().code, kSuccess);
  EXPECT_EQ(small_archive().ingested().out, "");
  EXPECT_THAT(small_archive().ingested().err, HasSubstr("3 files read"));
  const std::string archive = directory / "archive";
  expect_refused(dixit({"ingest", "-a", archive}), kUsage, "name files or directories",
                 "dixit help ingest");
  const Said missing = dixit({"ingest", "-a", archive, directory / "none"});
  EXPECT_EQ(missing.code, kFailure);
  EXPECT_THAT(missing.err, HasSubstr("none: No such file"));
}

TEST(ExitCodes, OfCrawl) {
  const support::TempDir directory;
  const auto refused = [&](const Words& words, int code, const char* problem, const char* remedy) {
    Words all{"crawl"};
    all.insert(all.end(), words.begin(), words.end());
    expect_refused(dixit(with_archive(all, directory / "archive")), code, problem, remedy);
  };
  refused({}, kUsage, "nothing to crawl", "dixit help crawl");
  EXPECT_FALSE(std::filesystem::exists(directory / "archive")) << "nothing was done";
  refused({"https://gull.test/"}, kUsage, "no contact is given", "give --contact");
  refused({"--contact", "me", "https://gull.test/"}, kUsage, "me: ", "--contact takes");
  refused({"ftp://gull.test/"}, kUsage, "only http and https", "http or https URL");
  refused({"http://127.0.0.1/"}, kUsage, "loopback", "--allow-private");
  refused({"--delay", "soon", "http://127.0.0.1/"}, kUsage, "--delay soon", "dixit help crawl");
  refused({"--max-pages", "0", "http://127.0.0.1/"}, kUsage, "--max-pages 0", "dixit help crawl");
  refused({directory / "none.toml"}, kUsage, "none.toml: No such file", "dixit help crawl");
  refused({"gull.test/feed.xml"}, kUsage, "the address is written https://gull.test/feed.xml",
          "dixit help crawl");
  std::ofstream(directory / "bad.toml") << "[[source]]\nname = \"The Gull\"\n";
  refused({directory / "bad.toml"}, kUsage, "bad.toml:1: a source needs a \"url\"",
          "dixit help crawl");
}

TEST(ExitCodes, OfExtractAndInspect) {
  const support::TempDir directory;
  expect_refused(dixit({"extract"}), kUsage, "name a FILE", "dixit help extract");
  expect_refused(dixit({"extract", "--jsonl", "x"}), kUsage, "takes no FILE", "dixit help");
  expect_refused(dixit({"extract", "--url", "nonsense", "x"}), kUsage, "--url nonsense",
                 "dixit help extract");
  expect_refused(dixit({"extract", "--jobs", "0", "x"}), kUsage, "--jobs 0", "dixit help");
  expect_refused(dixit({"extract", "--config", directory / "none", "x"}), kFailure,
                 "no such configuration directory", "built-in files serve");
  expect_refused(dixit({"extract", "--config", directory.path(), "x"}), kFailure,
                 "holds neither entities.toml nor languages/*.toml", "built-in files serve");
  const Said missing = dixit({"extract", directory / "none.txt"});
  EXPECT_EQ(missing.code, kFailure);
  EXPECT_THAT(missing.err, HasSubstr("none.txt: No such file"));

  expect_refused(dixit({"inspect"}), kUsage, "say what to look at", "dixit help inspect");
  expect_refused(dixit({"inspect", "moon"}), kUsage, "\"moon\" must be robots", "dixit help");
  expect_refused(dixit({"inspect", "url"}), kUsage, "name what to look at", "dixit help");
  EXPECT_EQ(dixit({"inspect", "page", directory / "none.html"}).code, kFailure);
  expect_refused(dixit({"inspect", "robots", "--url", "not a url", "/dev/null"}), kUsage,
                 "--url not a url", "dixit help inspect");
  expect_refused(dixit({"inspect", "robots", "--lang", "fr", "/dev/null"}), kUsage,
                 "--lang says nothing about robots", "dixit help inspect");
  expect_refused(dixit({"inspect", "url", "--jsonl", "--agent", "Gull"}), kUsage,
                 "--agent says nothing about url", "dixit help inspect");
}

TEST(ExitCodes, FailureForAGzipThatIsCutOff) {
  const support::TempDir directory;
  const std::string whole = (directory / "whole.txt.gz").string();
  const gzFile file = gzopen(whole.c_str(), "wb");
  for (int i = 0; i < 1000; ++i) {
    const std::string line = fmt::format("“Letter number {} will not make us leave.”\n", i * 7919);
    gzwrite(file, line.data(), static_cast<unsigned>(line.size()));
  }
  gzclose(file);
  EXPECT_EQ(dixit({"extract", whole}).code, kSuccess);
  std::filesystem::resize_file(whole, std::filesystem::file_size(whole) / 2);
  expect_refused(dixit({"extract", whole}), kFailure, "whole.txt.gz: unexpected end of file", "");
}

TEST(ExitCodes, OfDemo) {
  const support::TempDir directory;
  std::ofstream(directory / "letter.txt") << "not an archive";
  expect_refused(dixit({"demo", "--archive", directory.path()}), kNoArchive, "not empty",
                 "the demo fills a new directory");
}

}  // namespace
}  // namespace dixit::cli
