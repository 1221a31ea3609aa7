#include "storage/codec.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

// Every field has a value of its own that is not its default.

model::Quotation full_quotation() {
  model::Quotation quotation;
  quotation.span = {10, 30};
  quotation.text = "Nous reviendrons";
  quotation.form = model::QuotationForm::Mixed;
  quotation.group = 3;
  quotation.fragments = {{11, 12}, {13, 14}};
  quotation.source = model::Source{{1, 5}, "il", "Le Cercle", "cercle", 0.75};
  quotation.cue = model::Cue{{6, 9}, "aurait dit"};
  quotation.hops = {{model::HopRole::Monitor, "Veille", model::Span{40, 46}, "veille",
                     model::Evidential::Hedged, "aurait", model::Span{47, 53}},
                    {.role = model::HopRole::Republisher, .name = "Miroir"}};
  quotation.evidential = model::Evidential::Denied;
  quotation.report_status = model::ReportStatus::Alleged;
  quotation.authentication = {model::AuthenticationStatus::Refuted, "la police",
                              model::Span{60, 69}};
  quotation.medium = model::Medium::CourtOrPoliceRecord;
  quotation.language = "fr";
  quotation.is_translation = true;
  quotation.reasons = {{"source.cue_subject", {1, 9}}};
  model::Threat& threat = quotation.threat;
  threat.threat_class = model::ThreatClass::Coercive;
  threat.score = 0.5;
  threat.speech_act = model::SpeechAct::ClaimOfResponsibility;
  threat.directness = model::Directness::Veiled;
  threat.conditional = true;
  threat.condition = model::Condition{{70, 75}, "si elle refuse", "accepter"};
  threat.deadline = "lundi";
  threat.target =
      model::Target{{80, 85}, "la ville", "Port-Lumière", "port", model::TargetType::Public};
  threat.mode = "kill";
  threat.cameo = "138";
  threat.rationale = {{{10, 14}, "threat.future_harm"}};
  return quotation;
}

model::PublishedAt full_date() {
  return {"2024-03", model::DatePrecision::Month, model::DateSource::Given, -5};
}

TEST(Codec, KeepsCaptures) {
  model::Capture capture;
  capture.id = "00112233445566778899aabbccddeeff";
  capture.url = "https://a.example/\xFF";  // whatever bytes a URL may have
  capture.fetched_at_ms = -1;
  capture.status = 301;
  capture.http_version = "1.1";
  capture.headers = {{"Location", "https://b.example/"}, {"location", ""}};
  capture.remote_address = "2001:db8::1";
  capture.payload_sha256 = std::string(64, 'a');
  capture.payload_bytes = 1ULL << 40U;
  capture.redirect_target = "https://b.example/";
  capture.opt_outs = {true, false, true, true};
  capture.response = {"a.warc.gz", 1, 2};
  capture.request = {"a.warc.gz", 3, 4};
  EXPECT_EQ(decode_capture(encode(capture)), capture);
}

TEST(Codec, KeepsDocuments) {
  StoredDocument stored;
  model::Document& document = stored.document;
  document.id = "00112233445566778899aabbccddeeff";
  document.capture_id = "ff112233445566778899aabbccddeeff";
  document.url = "https://a.example/1?x";
  document.canonical_url = "https://a.example/1";
  document.page_url = "https://b.example/1";
  document.outlet = "La Gazette";
  document.title = "Titre";
  document.authors = {"Anna", "Bruno"};
  document.published_at = full_date();
  document.language = "fr-CA";
  document.is_article = true;
  document.blocks = {{model::BlockKind::EmbeddedPost, {0, 4}, "@cercle", "https://p.example/"},
                     {model::BlockKind::Heading, {5, 6}, "", ""}};
  document.text = "Texte";
  document.credit = {"Avec AFN", model::Span{90, 98}, {{"AFN", "afn"}}};
  document.syndication_role = model::SyndicationRole::WireCopy;
  document.access_status = model::AccessStatus::Redacted;
  document.quotations_left_out = 3;
  document.extractor_version = "7";
  document.post = {model::PostPlatform::Telegram,
                   "@cercle",
                   "Le Cercle",
                   "https://p.example/cercle",
                   {"https://a.example/1"},
                   {{model::PostRelationKind::ReplyTo, "https://p.example/cercle/1", "@autre"}},
                   true,
                   "2026-01-14T08:30+01:00",
                   true};
  stored.quotation_ids = {"0011223344556677"};
  stored.fetched_at_ms = 42;
  EXPECT_EQ(decode_document(encode(stored)), stored);
  EXPECT_EQ(decode_document(encode(StoredDocument{})), StoredDocument{});
}

TEST(Codec, KeepsQuotations) {
  StoredQuotation stored;
  QuotationRow& row = stored.row;
  row.id = "0011223344556677";
  row.quotation = full_quotation();
  row.prefix = "avant";
  row.suffix = "après";
  row.document_id = "00112233445566778899aabbccddeeff";
  row.capture_id = "ff112233445566778899aabbccddeeff";
  row.url = "https://a.example/1";
  row.outlet = "La Gazette";
  row.title = "Titre";
  row.language = "fr";
  row.published_at = full_date();
  row.fetched_at_ms = 42;
  stored.relays = {{"Veille", "veille"}, {"La Gazette", ""}};
  stored.superseded_by = "7766554433221100";
  EXPECT_EQ(decode_quotation(encode(stored)), stored);
  EXPECT_EQ(decode_quotation(encode(StoredQuotation{})), StoredQuotation{});
}

TEST(Codec, KeepsWhatIsReadOfOlderClusters) {
  const OlderCluster cluster{{"0011223344556677", "1122334455667788"}, {"en", "fr"}};
  EXPECT_EQ(decode_older_cluster(encode(cluster)), cluster);
}

TEST(Codec, KeepsTheFrontier) {
  UrlRecord url{"https://a.example/", "a.example", UrlState::Gone, 1,    2, 3, 4, "etag",
                "yesterday",          "digest",    "capture",      "404"};
  EXPECT_EQ(decode_url(encode(StoredUrl{url, "key"})), (StoredUrl{url, "key"}));
  const QueuedUrl queued{"https://a.example/", "a.example",  7, 1, 2, 3, UrlKind::Sitemap,
                         "https://b.example/", "2024-03-01", 9};
  EXPECT_EQ(decode_queued_url(encode(queued)), queued);
  const HostRecord host{"a.example", std::string("\0\xFF", 2), 5};
  EXPECT_EQ(decode_host(encode(host)), host);
  SourcesRecord sources;
  sources.sources = {
      {"https://a.example/news/", SourceReach::Prefix, {"feeds.example", "b.example"}, "fr", "A"},
      {"https://b.example/", SourceReach::Site, {}, "", ""}};
  EXPECT_EQ(decode_sources(encode(sources)), sources);
  sources.depth_max = 0;
  EXPECT_EQ(decode_sources(encode(sources)), sources);
  const RobotsRecord robots{"https://a.example", 1, 404, "User-agent: *", 30'000};
  EXPECT_EQ(decode_robots(encode(robots)), robots);
}

TEST(Codec, KeepsTheLedgerAndThePosition) {
  LedgerEntry entry{
      3, -4, "fetch", "subject", "detail", std::string(64, '0'), std::string(64, 'b')};
  EXPECT_EQ(decode_ledger_entry(encode(entry)), entry);
  const WarcPosition position{"a.warc.gz", 12, 3};
  EXPECT_EQ(decode_warc_position(encode(position)), position);
}

// A newer Dixit may know more kinds of things.
TEST(Codec, ReadsUnknownEnumeratorsAsTheFirst) {
  QueuedUrl queued;
  queued.kind = static_cast<UrlKind>(77);
  EXPECT_EQ(decode_queued_url(encode(queued))->kind, UrlKind::Page);
}

TEST(Codec, RefusesWhatIsNoMessage) {
  EXPECT_EQ(decode_capture("\xFF\xFF\xFF"), std::nullopt);
  EXPECT_EQ(decode_document("\x0A\x7F"), std::nullopt);
}

}  // namespace
}  // namespace dixit::storage
