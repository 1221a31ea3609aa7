#include "storage/archive.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "storage/digest.h"
#include "storage/utc.h"
#include "storage/warc_reader.h"
#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

TEST(Archive, GivesBackWhatWasCommitted) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const Story story{.url = "https://gazette.example/1",
                    .outlet = "La Gazette",
                    .said = {{.words = "Nous reviendrons demain matin", .by = "Le Cercle"}}};
  const model::Document document = add_story(archive, story);

  const auto capture = archive.latest_capture_of(story.url);
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->status, 200);
  EXPECT_EQ(capture->remote_address, "192.0.2.7");
  EXPECT_EQ(capture->payload_sha256, sha256_hex(document.text));
  EXPECT_EQ(capture->headers.at(0).second, "text/html");
  EXPECT_EQ(archive.capture(capture->id), capture);
  EXPECT_EQ(archive.payload(*capture), document.text);

  model::Document expected = document;
  expected.capture_id = capture->id;
  EXPECT_EQ(archive.document(document.id), expected);

  const auto rows = all_rows(archive);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].quotation, document.quotations[0]);
  EXPECT_EQ(rows[0].prefix, "\xC2\xAB");
  EXPECT_EQ(rows[0].suffix, "\xC2\xBB.");
  EXPECT_EQ(rows[0].capture_id, capture->id);
  EXPECT_EQ(rows[0].cluster_id, rows[0].id);
  EXPECT_EQ(archive.quotation(rows[0].id.substr(0, 6)), rows[0]);
}

TEST(Archive, IsTheSameAfterReopening) {
  const support::TempDir directory;
  const Story story{.url = "https://gazette.example/1",
                    .outlet = "La Gazette",
                    .said = {{.words = "Nous reviendrons demain matin"}}};
  std::vector<QuotationRow> before;
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story);
    before = all_rows(archive);
  }
  Archive archive = open_archive(directory / "a");
  EXPECT_EQ(all_rows(archive), before);
  EXPECT_EQ(archive.payload(*archive.latest_capture_of(story.url)), document_of(story).text);
}

TEST(Archive, ShowsNothingBeforeCommit) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  ASSERT_TRUE(archive.append(exchange_of("https://a.example/", "page", 1)));
  EXPECT_FALSE(archive.latest_capture_of("https://a.example/"));
  EXPECT_EQ(archive.stats().captures, 0U);
}

TEST(Archive, LatestCaptureIsTheOneFetchedLast) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  for (const std::int64_t at : {2000, 3000, 1000}) {
    PageCommit page;
    page.capture = *archive.append(exchange_of("https://a.example/", std::to_string(at), at));
    ASSERT_TRUE(archive.commit(std::span(&page, 1)));
  }
  EXPECT_EQ(archive.latest_capture_of("https://a.example/")->fetched_at_ms, 3000);
}

TEST(Archive, WritesARevisitForTheSamePayloadAndReadsItBack) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  PageCommit first;
  first.capture = *archive.append(exchange_of("https://a.example/", "the page", 1000));
  ASSERT_TRUE(archive.commit(std::span(&first, 1)));

  Exchange again = exchange_of("https://a.example/", "", 2000);
  again.status = 304;
  again.response_head = "HTTP/1.1 304 Not Modified\r\n\r\n";
  again.revisit_of = first.capture;
  PageCommit second;
  second.capture = *archive.append(again);
  ASSERT_TRUE(archive.commit(std::span(&second, 1)));

  EXPECT_NE(second.capture->id, first.capture->id);
  EXPECT_EQ(second.capture->status, 304);
  EXPECT_EQ(archive.payload(*archive.latest_capture_of("https://a.example/")), "the page");
  EXPECT_EQ(archive.capture_of_payload(sha256_hex("the page")), first.capture);
}

TEST(Archive, KeepsAPayloadThatIsNotTheSameAfterAll) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const auto first = archive.append(exchange_of("https://a.example/", "the page", 1000));
  Exchange other = exchange_of("https://a.example/", "another page", 2000);
  other.revisit_of = *first;
  EXPECT_EQ(archive.payload(*archive.append(other)), "another page");
}

TEST(Archive, TakesChunksOffThePayloadButNotOffTheRecord) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  Exchange exchange = exchange_of("https://a.example/", "4\r\nwiki\r\n0\r\n\r\n", 1000);
  exchange.response_head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  const auto capture = archive.append(exchange);
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->payload_bytes, 4U);
  EXPECT_EQ(archive.payload(*capture), "wiki");
}

TEST(Archive, DatesAWarcFileByWhenItWasBegun) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const std::int64_t before = wall_clock_ms();
  const auto capture = archive.append(exchange_of("https://a.example/", "a page of 1970", 1000));
  ASSERT_TRUE(capture);
  auto reader = WarcReader::open(directory / "a" / "warc" / capture->response.file);
  ASSERT_TRUE(reader);
  EXPECT_GE(std::string(field(reader->next()->record, "WARC-Date").value_or("")), iso_utc(before));
  EXPECT_GE(capture->response.file, "dixit-" + compact_utc(before));
}

TEST(Archive, RefusesASecondWriterButNotAReader) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story(archive, {.url = "https://a.example/", .outlet = "A", .said = {{.words = "bonjour"}}});
  const auto second = Archive::open(directory / "a", {});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, StorageErrorCode::Locked);

  ArchiveOptions options;
  options.read_only = true;
  const Archive reader = open_archive(directory / "a", options);
  EXPECT_EQ(texts_of(all_rows(reader)), "bonjour");
  Query query;
  query.text = "bonjour";
  EXPECT_EQ(find_texts(reader, query), "bonjour");
}

TEST(Archive, AReaderCannotWrite) {
  const support::TempDir directory;
  open_archive(directory / "a");
  ArchiveOptions options;
  options.read_only = true;
  Archive reader = open_archive(directory / "a", options);
  EXPECT_FALSE(reader.append(exchange_of("https://a.example/", "page", 1)));
  EXPECT_FALSE(reader.commit({}));
  EXPECT_FALSE(reader.enqueue({}));
}

TEST(Archive, RefusesADirectoryThatHoldsSomethingElse) {
  const support::TempDir directory;
  std::ofstream(directory / "letter.txt") << "not an archive";
  const auto archive = Archive::open(directory.path(), {});
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().code, StorageErrorCode::NotAnArchive);
}

TEST(Archive, IsNotMadeUnlessAsked) {
  const support::TempDir directory;
  ArchiveOptions options;
  options.create_if_missing = false;
  const auto archive = Archive::open(directory / "none", options);
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().code, StorageErrorCode::NoArchive);
  EXPECT_FALSE(std::filesystem::exists(directory / "none"));
}

TEST(Archive, AnswersForUnknownIds) {
  const support::TempDir directory;
  const Archive archive = open_archive(directory / "a");
  EXPECT_FALSE(archive.capture("00112233445566778899aabbccddeeff"));
  EXPECT_FALSE(archive.capture("not hexadecimal"));
  EXPECT_FALSE(archive.document("0011"));
  EXPECT_FALSE(archive.cluster("0011223344556677"));
  EXPECT_EQ(archive.quotation("0011223344556677").error().code, StorageErrorCode::NotFound);
  EXPECT_EQ(archive.quotation("zz").error().code, StorageErrorCode::NotFound);
}

TEST(Archive, CountsWhatItHolds) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story(archive, {.url = "https://a.example/1",
                      .outlet = "A",
                      .said = {{.words = "un"}, {.words = "deux", .against = "la ville"}}});
  add_story(archive, {.url = "https://b.example/1",
                      .outlet = "B",
                      .published = kMarch1 + kDaySeconds,
                      .language = "en",
                      .said = {{.words = "three"}}});
  const ArchiveStats stats = archive.stats();
  EXPECT_EQ(stats.captures, 2U);
  EXPECT_EQ(stats.documents, 2U);
  EXPECT_EQ(stats.articles, 2U);
  EXPECT_EQ(stats.quotations, 3U);
  EXPECT_EQ(stats.threats, 1U);
  EXPECT_EQ(stats.clusters, 0U);
  EXPECT_EQ(stats.warc_files, 1U);
  EXPECT_GT(stats.warc_bytes, 0U);
  EXPECT_GT(stats.database_bytes, 0U);
  EXPECT_EQ(stats.first_published, kMarch1);
  EXPECT_EQ(stats.last_published, kMarch1 + kDaySeconds);
  EXPECT_EQ(stats.documents_by_outlet, (std::map<std::string, std::uint64_t>{{"A", 1}, {"B", 1}}));
  EXPECT_EQ(stats.documents_by_language,
            (std::map<std::string, std::uint64_t>{{"en", 1}, {"fr", 1}}));
}

}  // namespace
}  // namespace dixit::storage
