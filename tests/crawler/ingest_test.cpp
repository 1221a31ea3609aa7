#include "crawler/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "crawler/clock.h"
#include "tests/support/crawl_bench.h"
#include "tests/support/temp_dir.h"

namespace dixit::crawler {
namespace {

using support::TempDir;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

struct Outcome {
  tl::expected<IngestSummary, CrawlError> summary;
  support::RecordingObserver observer;
};

Outcome ingest_into(const TempDir& archive_directory, const IngestOptions& options) {
  storage::Archive archive = support::open_archive(archive_directory.path());
  Outcome outcome;
  outcome.summary =
      ingest(options, archive, support::built_in_knowledge(), outcome.observer, StopToken());
  return outcome;
}

std::string warc_response(const std::string& url, const std::string& head,
                          const std::string& body) {
  const std::string block = head + "\r\n\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2020-03-04T05:06:07Z\r\n"
         "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
         "Content-Type: application/http;msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

constexpr const char* kHtmlHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html";

TEST(Ingest, TakesPagesFromFilesAndDirectories) {
  const TempDir files;
  const TempDir archive_directory;
  write(files / "site" / "b.html", "<title>B</title><p>b</p>");
  write(files / "site" / "a dir" / "a.htm", "<title>A</title><p>a</p>");
  write(files / "site" / "logo.png", "\x89PNG");
  write(files / "alone.page", "<!doctype html><title>C</title><p>c</p>");
  IngestOptions options;
  options.paths = {files / "site", files / "alone.page"};
  options.base_url = "https://courier.test/old";
  options.outlet = "The Courier";

  const Outcome outcome = ingest_into(archive_directory, options);

  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->files, 3u);
  EXPECT_EQ(outcome.summary->skipped, 1u);
  EXPECT_EQ(outcome.summary->progress.documents, 3u);
  const storage::Archive archive = support::open_archive(archive_directory.path());
  const auto capture = archive.latest_capture_of("https://courier.test/old/a%20dir/a.htm");
  ASSERT_TRUE(capture);
  EXPECT_EQ(archive.payload(*capture).value(), "<title>A</title><p>a</p>");
  EXPECT_TRUE(archive.latest_capture_of("https://courier.test/old/alone.page"));
}

TEST(Ingest, GivesAFileWithoutAddressItsOwn) {
  const TempDir files;
  const TempDir archive_directory;
  write(files / "a.html", "<p>a</p>");
  IngestOptions options;
  options.paths = {files / "a.html"};

  ASSERT_TRUE(ingest_into(archive_directory, options).summary);

  const storage::Archive archive = support::open_archive(archive_directory.path());
  EXPECT_TRUE(archive.latest_capture_of("file://" + (files / "a.html").string()));
}

TEST(Ingest, TakesThePagesOfForeignWarcFiles) {
  const TempDir files;
  const TempDir archive_directory;
  write(files / "x.warc",
        warc_response("http://courier.test/a", kHtmlHead, "<title>A</title><p>a</p>") +
            warc_response("http://courier.test/pic", "HTTP/1.1 200 OK\r\nContent-Type: image/png",
                          "\x89PNG") +
            warc_response("http://courier.test/gone",
                          "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", "<p>gone</p>") +
            warc_response("<http://courier.test/b>", kHtmlHead, "<title>B</title><p>b</p>"));
  IngestOptions options;
  options.paths = {files / "x.warc"};

  const Outcome outcome = ingest_into(archive_directory, options);

  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->progress.documents, 2u);
  EXPECT_EQ(outcome.summary->skipped, 2u);
  const storage::Archive archive = support::open_archive(archive_directory.path());
  const auto capture = archive.latest_capture_of("http://courier.test/b");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->fetched_at_ms, 1'583'298'367'000);
}

TEST(Ingest, GivesAPageWithoutAUsableDateTheTimeOfIngest) {
  const TempDir files;
  const TempDir archive_directory;
  const std::string date = "WARC-Date: 2020-03-04T05:06:07Z\r\n";
  std::string records;
  for (const std::string other :
       {"", "WARC-Date: last spring\r\n", "WARC-Date: 2999-01-01T00:00:00Z\r\n"}) {
    const std::string name = std::to_string(records.size());
    std::string record = warc_response("http://courier.test/" + name, kHtmlHead, "<p>" + name);
    record.replace(record.find(date), date.size(), other);
    records += record;
  }
  write(files / "x.warc", records);
  IngestOptions options;
  options.paths = {files / "x.warc"};
  const SystemClock clock;
  const std::int64_t before_ms = clock.now_ms();

  const Outcome outcome = ingest_into(archive_directory, options);

  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->progress.documents, 3u);
  EXPECT_THAT(outcome.summary->problems,
              ElementsAre(HasSubstr("no WARC-Date"), HasSubstr("WARC-Date cannot be read"),
                          HasSubstr("WARC-Date is yet to come")));
  const storage::Archive archive = support::open_archive(archive_directory.path());
  archive.each_capture([&](const model::Capture& capture) {
    EXPECT_GE(capture.fetched_at_ms, before_ms) << capture.url;
    EXPECT_LE(capture.fetched_at_ms, clock.now_ms()) << capture.url;
    return true;
  });
}

TEST(Ingest, NamesWhatIsWrongAndGoesOn) {
  const TempDir files;
  const TempDir archive_directory;
  const std::string record = warc_response("http://courier.test/a", kHtmlHead, "<p>a</p>");
  write(files / "1.warc", record.substr(0, record.size() - 10));
  write(files / "2.warc.gz", "\x1f\x8b\x08 and then nothing that can be inflated");
  write(files / "3.html", std::string(17u << 20, 'x'));
  write(files / "4.html", "<title>fine</title><p>fine</p>");
  IngestOptions options;
  options.paths = {files / "missing.html", files.path()};

  const Outcome outcome = ingest_into(archive_directory, options);

  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->progress.documents, 1u);
  ASSERT_GE(outcome.summary->problems.size(), 3u);
  EXPECT_THAT(outcome.summary->problems[0], HasSubstr("missing.html: "));
  EXPECT_THAT(outcome.summary->problems[1], HasSubstr("1.warc: record at byte 0: cut short"));
}

TEST(Ingest, SaysOfANamedFileThatItIsNoPage) {
  const TempDir files;
  const TempDir archive_directory;
  write(files / "notes.txt", "Nothing but words.");
  IngestOptions options;
  options.paths = {files / "notes.txt"};
  Outcome outcome = ingest_into(archive_directory, options);
  ASSERT_TRUE(outcome.summary);
  ASSERT_EQ(outcome.summary->problems.size(), 1u);
  EXPECT_THAT(outcome.summary->problems[0], HasSubstr("notes.txt: neither a page"));

  options.paths = {files.path()};
  outcome = ingest_into(archive_directory, options);
  ASSERT_TRUE(outcome.summary);
  EXPECT_TRUE(outcome.summary->problems.empty());
  EXPECT_EQ(outcome.summary->skipped, 1u);
}

TEST(Ingest, RefusesARecordWhoseDigestDoesNotMatch) {
  const TempDir files;
  const TempDir archive_directory;
  std::string record = warc_response("http://courier.test/a", kHtmlHead, "<p>a</p>");
  record.insert(record.find("Content-Type: application"),
                "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n");
  write(files / "x.warc", record);
  IngestOptions options;
  options.paths = {files / "x.warc"};

  const Outcome outcome = ingest_into(archive_directory, options);

  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->progress.documents, 0u);
  ASSERT_EQ(outcome.summary->problems.size(), 1u);
  EXPECT_THAT(outcome.summary->problems[0], HasSubstr("digest does not match"));
}

TEST(Ingest, TakesTheSameFileOnlyOnce) {
  const TempDir files;
  const TempDir archive_directory;
  write(files / "a.html", "<p>a</p>");
  IngestOptions options;
  options.paths = {files.path()};
  ASSERT_TRUE(ingest_into(archive_directory, options).summary);

  const Outcome again = ingest_into(archive_directory, options);

  ASSERT_TRUE(again.summary);
  EXPECT_EQ(again.summary->progress.not_modified, 1u);
  EXPECT_EQ(again.summary->progress.documents, 0u);
  EXPECT_EQ(support::open_archive(archive_directory.path()).stats().captures, 1u);
}

TEST(Ingest, StopsWhenAsked) {
  const TempDir files;
  const TempDir archive_directory;
  for (int i = 0; i < 20; ++i) write(files / (std::to_string(i) + ".html"), "<p>x</p>");
  IngestOptions options;
  options.paths = {files.path()};
  storage::Archive archive = support::open_archive(archive_directory.path());
  support::RecordingObserver observer;
  StopToken stop;
  stop.request();

  const auto summary = ingest(options, archive, support::built_in_knowledge(), observer, stop);

  ASSERT_TRUE(summary);
  EXPECT_TRUE(summary->stopped);
  EXPECT_EQ(summary->files, 0u);
}

// "url by speaker" of each row, after pages at these addresses came in this order, which all say
// that they are The Gull's story.
std::vector<std::string> rows_of_copies(
    const std::vector<std::pair<std::string, std::string>>& speaker_at) {
  const TempDir files;
  const TempDir archive_directory;
  IngestOptions options;
  for (const auto& [url, speaker] : speaker_at) {
    const std::string body =
        "<html lang=en><head><title>Harbour closed</title>"
        "<link rel=canonical href='https://www.gull-gazette.co.uk/story'>"
        "</head><body><article><h1>Harbour closed</h1><p>\"We will burn down "
        "the harbour tomorrow,\" " +
        speaker +
        " said on Monday.</p>"
        "<p>The council asked the people of the district for patience.</p>"
        "</article></body></html>";
    options.paths.push_back(files / (std::to_string(options.paths.size()) + ".warc"));
    write(options.paths.back(), warc_response(url, kHtmlHead, body));
  }
  const Outcome outcome = ingest_into(archive_directory, options);
  EXPECT_TRUE(outcome.summary);
  const storage::Archive archive = support::open_archive(archive_directory.path());
  const auto found = archive.find({});
  std::vector<std::string> rows;
  for (const storage::QuotationRow& row : *found) {
    rows.push_back(row.url + " by " + row.quotation.source->name);
  }
  std::ranges::sort(rows);
  return rows;
}

// A stranger's page that declared another outlet's address as its own replaced that outlet's rows.
TEST(Ingest, LeavesAnOutletsRowsAloneWhateverAddressAStrangerDeclares) {
  const std::pair<std::string, std::string> own{"https://gull-gazette.co.uk/story?from=home",
                                                "Bruno Hart"};
  const std::pair<std::string, std::string> strangers{"https://tern-tribune.co.uk/story",
                                                      "Anna Grey"};
  const auto both = ElementsAre("https://gull-gazette.co.uk/story?from=home by Bruno Hart",
                                "https://tern-tribune.co.uk/story by Anna Grey");
  EXPECT_THAT(rows_of_copies({own, strangers}), both);
  EXPECT_THAT(rows_of_copies({strangers, own}), both);
}

TEST(Ingest, TakesTheAddressesOfOneSiteForVersionsOfAPage) {
  EXPECT_THAT(rows_of_copies({{"http://m.gull-gazette.co.uk/story", "Bruno Hart"},
                              {"https://www.gull-gazette.co.uk/story", "Bruno Hart"},
                              {"https://amp.gull-gazette.co.uk/story", "Bruno Hart"}}),
              SizeIs(1));
}

TEST(Ingest, TakesPublicPostsEachAsADocument) {
  const TempDir files;
  const TempDir archive_directory;
  const std::string status =
      R"({"created_at": "2026-01-14T08:30:00.000Z", "visibility": "public", "language": "en",
          "url": "https://salt.example/@brigade/1",
          "content": "<p>We will burn down the lighthouse of Courlis.</p>",
          "account": {"acct": "brigade", "url": "https://salt.example/@brigade"}})";
  write(files / "posts" / "statuses.json", "[" + status + "]");
  write(files / "posts" / "settings.json", R"({"theme": "dark"})");
  IngestOptions options;
  options.paths = {files / "posts"};
  const Outcome outcome = ingest_into(archive_directory, options);
  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->progress.documents, 1u);
  EXPECT_EQ(outcome.summary->progress.threats, 1u);

  const storage::Archive archive = support::open_archive(archive_directory.path());
  storage::Query threats;
  threats.threats_only = true;
  const auto rows = archive.find(threats);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ(rows->front().quotation.source->name, "@brigade@salt.example");
  EXPECT_EQ(rows->front().outlet, "salt.example/@brigade");
  const auto document = archive.document(rows->front().document_id);
  ASSERT_TRUE(document && document->post);
  EXPECT_EQ(document->post->platform, model::PostPlatform::ActivityPub);
  EXPECT_FALSE(document->is_article);
}

}  // namespace
}  // namespace dixit::crawler
