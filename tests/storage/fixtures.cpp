#include "tests/storage/fixtures.h"

#include <gtest/gtest.h>

#include "storage/code_points.h"
#include "storage/digest.h"

namespace dixit::storage::testing {
namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;

model::Quotation quotation_of(const Said& said, std::size_t start, const std::string& language) {
  model::Quotation quotation;
  quotation.span = {start, start + count_code_points(said.words)};
  quotation.text = said.words;
  quotation.language = said.language.empty() ? language : said.language;
  quotation.hops = said.hops;
  if (!said.by.empty()) {
    quotation.source = model::Source{{0, 1}, said.by, said.by, said.entity, 0.9};
  }
  if (!said.against.empty()) {
    quotation.threat.threat_class = model::ThreatClass::Violent;
    quotation.threat.score = 0.8;
    quotation.threat.target = model::Target{
        {0, 1}, said.against, said.against, said.against_entity, model::TargetType::Unknown};
  }
  return quotation;
}

}  // namespace

model::Document document_of(const Story& story) {
  model::Document document;
  document.url = story.url;
  document.canonical_url = story.url;
  document.outlet = story.outlet;
  document.title = "Titre de " + story.outlet;
  document.language = story.language;
  document.is_article = true;
  document.extractor_version = "test-1";
  document.credit.agencies = story.credits;
  if (story.published != 0) {
    document.published_at = model::PublishedAt{"2024-03-01", model::DatePrecision::Day,
                                               model::DateSource::JsonLd, story.published};
    if (!story.printed.empty()) {
      document.published_at->value = story.printed;
      document.published_at->precision = model::DatePrecision::Minute;
    }
  }
  document.text = story.extra;
  for (const Said& said : story.said) {
    if (!document.text.empty()) document.text += "\n";
    document.text += "\xC2\xAB";  // an opening guillemet
    document.quotations.push_back(
        quotation_of(said, count_code_points(document.text), story.language));
    document.text += said.words + "\xC2\xBB.";
  }
  document.id = sha256_hex(document.canonical_url + document.text).substr(0, 32);
  return document;
}

Archive open_archive(const std::filesystem::path& directory, const ArchiveOptions& options) {
  auto archive = Archive::open(directory, options);
  if (!archive) {
    ADD_FAILURE() << archive.error().context;
    std::abort();
  }
  return *std::move(archive);
}

Exchange exchange_of(std::string url, std::string body, std::int64_t fetched_at_ms) {
  Exchange exchange;
  exchange.url = std::move(url);
  exchange.fetched_at_ms = fetched_at_ms;
  exchange.request_head = "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n";
  exchange.response_head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  exchange.body = std::move(body);
  exchange.remote_address = "192.0.2.7";
  exchange.http_version = "1.1";
  exchange.status = 200;
  return exchange;
}

model::Document add_story(Archive& archive, const Story& story) {
  const std::int64_t published = story.published == 0 ? kMarch1 : story.published;
  add_story_at(archive, story, published * 1000 + kHourMs);
  return document_of(story);
}

void add_story_at(Archive& archive, const Story& story, std::int64_t fetched_at_ms) {
  PageCommit page;
  page.document = document_of(story);
  auto capture = archive.append(exchange_of(story.url, page.document->text, fetched_at_ms));
  ASSERT_TRUE(capture) << capture.error().context;
  page.document->capture_id = capture->id;
  page.capture = *std::move(capture);
  const auto committed = archive.commit(std::span(&page, 1));
  ASSERT_TRUE(committed) << committed.error().context;
}

std::string texts_of(const std::vector<QuotationRow>& rows) {
  std::string out;
  for (const QuotationRow& row : rows) out += (out.empty() ? "" : " | ") + row.quotation.text;
  return out;
}

std::string find_texts(const Archive& archive, const Query& query) {
  const auto rows = archive.find(query);
  return rows ? texts_of(*rows) : "error: " + rows.error().context;
}

std::vector<QuotationRow> all_rows(const Archive& archive) {
  auto rows = archive.find({});
  EXPECT_TRUE(rows);
  return rows ? *std::move(rows) : std::vector<QuotationRow>{};
}

}  // namespace dixit::storage::testing
