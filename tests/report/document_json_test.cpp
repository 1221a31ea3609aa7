#include "report/document_json.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace dixit::report {
namespace {

std::string document_line(const model::Document& document, std::string_view id) {
  JsonWriter json;
  write_document(json, document, id);
  return std::string(json.text());
}

std::string quotation_object(const model::Quotation& quotation) {
  JsonWriter json;
  json.begin_object();
  write_quotation_members(json, quotation);
  json.end_object();
  return std::string(json.text());
}

model::Hop outlet_hop(std::string name) {
  model::Hop hop;
  hop.role = model::HopRole::Outlet;
  hop.name = std::move(name);
  return hop;
}

model::Threat full_threat() {
  model::Threat threat;
  threat.threat_class = model::ThreatClass::Violent;
  threat.score = 0.91237;
  threat.speech_act = model::SpeechAct::Ultimatum;
  threat.directness = model::Directness::Veiled;
  threat.conditional = true;
  threat.condition = model::Condition{.span = {30, 42}, .text = "if you stay", .demand = "leave"};
  threat.deadline = "by Friday";
  threat.target = model::Target{.span = {50, 54},
                                .text = "they",
                                .name = "the Dockers",
                                .entity = "dockers",
                                .type = model::TargetType::Group};
  threat.mode = "kill";
  threat.cameo = "138";
  threat.rationale = {{.span = {31, 35}, .rule = "threat.future_harm"}};
  return threat;
}

TEST(QuotationJson, WritesEveryField) {
  model::Quotation quotation;
  quotation.span = {10, 45};
  quotation.text = "We will come if you stay";
  quotation.form = model::QuotationForm::Mixed;
  quotation.group = 2;
  quotation.fragments = {{12, 20}, {22, 30}};
  quotation.source = model::Source{
      .span = {1, 3}, .text = "he", .name = "Ivo Lanz", .entity = "lanz", .score = 0.5};
  quotation.cue = model::Cue{.span = {4, 8}, .text = "said"};
  quotation.hops = {{.role = model::HopRole::Monitor,
                     .name = "Watch Post",
                     .span = model::Span{60, 70},
                     .entity = "watch-post",
                     .evidential = model::Evidential::Hedged,
                     .marker = "reportedly",
                     .marker_span = model::Span{71, 81}},
                    outlet_hop("The Gull")};
  quotation.evidential = model::Evidential::Hedged;
  quotation.report_status = model::ReportStatus::Alleged;
  quotation.authentication.status = model::AuthenticationStatus::Unverified;
  quotation.authentication.by = "police";
  quotation.medium = model::Medium::Video;
  quotation.language = "en";
  quotation.is_translation = true;
  quotation.threat = full_threat();

  EXPECT_EQ(
      quotation_object(quotation),
      R"({"start":10,"end":45,"text":"We will come if you stay","form":"mixed","group":2,)"
      R"("fragments":[{"start":12,"end":20},{"start":22,"end":30}],)"
      R"("source":{"start":1,"end":3,"text":"he","name":"Ivo Lanz","entity":"lanz","score":0.5},)"
      R"("cue":{"start":4,"end":8,"text":"said"},)"
      R"("hops":[{"role":"monitor","name":"Watch Post","start":60,"end":70,"entity":"watch-post",)"
      R"("evidential":"hedged","marker":"reportedly"},)"
      R"({"role":"outlet","name":"The Gull","start":null,"end":null,"entity":null,)"
      R"("evidential":"asserted","marker":null}],)"
      R"("evidential":"hedged","report_status":"alleged",)"
      R"("authentication":{"status":"unverified","by":"police"},"medium":"video","lang":"en",)"
      R"("is_translation":true,)"
      R"("threat":{"class":"violent","score":0.912,"speech_act":"ultimatum","directness":"veiled",)"
      R"("conditional":true,"condition":{"start":30,"end":42,"text":"if you stay","demand":"leave"},)"
      R"("deadline":"by Friday","target":{"start":50,"end":54,"text":"they","name":"the Dockers",)"
      R"("entity":"dockers","type":"group"},"mode":"kill","cameo":"138",)"
      R"("rationale":[{"start":31,"end":35,"rule":"threat.future_harm"}]}})");
}

TEST(QuotationJson, WritesNullForWhatIsUnknown) {
  EXPECT_EQ(quotation_object({}),
            R"({"start":0,"end":0,"text":"","form":"direct","group":0,"fragments":[],)"
            R"("source":null,"cue":null,"hops":[],"evidential":"asserted",)"
            R"("report_status":"first_hand","authentication":{"status":"unknown","by":null},)"
            R"("medium":"unknown","lang":null,"is_translation":false,)"
            R"("threat":{"class":"none","score":0.0,"speech_act":"none","directness":"explicit",)"
            R"("conditional":false,"condition":null,"deadline":null,"target":null,"mode":null,)"
            R"("cameo":null,"rationale":[]}})");
}

TEST(DocumentJson, WritesEveryField) {
  model::Document document;
  document.url = "http://gull.example/a";
  document.canonical_url = "http://gull.example/b";
  document.outlet = "The Gull";
  document.title = "Harbour \"closed\"";
  document.authors = {"Ada Quill", "B. Stone"};
  document.published_at = model::PublishedAt{.value = "2015-03-02T10:15+01:00",
                                             .precision = model::DatePrecision::Minute,
                                             .source = model::DateSource::JsonLd,
                                             .unix_seconds = 1425287700};
  document.language = "en";
  document.is_article = true;
  document.text = "Line\nWith NewsWire";
  document.credit = {.text = "With NewsWire",
                     .span = model::Span{5, 18},
                     .agencies = {{.name = "NewsWire", .entity = "newswire"}}};
  document.quotations_left_out = 7;
  EXPECT_EQ(document_line(document, "\"x\""),
            R"({"id":"x","url":"http://gull.example/a","canonical_url":"http://gull.example/b",)"
            R"("title":"Harbour \"closed\"","authors":["Ada Quill","B. Stone"],)"
            R"("date":"2015-03-02","published_at":{"value":"2015-03-02T10:15+01:00",)"
            R"("precision":"minute","source":"jsonld"},"lang":"en","site":"The Gull",)"
            R"("is_article":true,"post":null,"text":"Line\nWith NewsWire",)"
            R"("credit":{"text":"With NewsWire",)"
            R"("start":5,"end":18,"agencies":[{"name":"NewsWire","entity":"newswire"}]},)"
            R"("quotations":[],"quotations_left_out":7,"posts":[]})");
}

TEST(DocumentJson, WritesWhatAPostSaysBesideItsWords) {
  model::Document document;
  document.post = model::Post{
      .platform = model::PostPlatform::Telegram,
      .handle = "@gull",
      .links = {"http://gull.example/a"},
      .relations = {{model::PostRelationKind::RepostOf, "https://t.me/tern/7", "@tern"}},
      .edited = true};
  const std::string line = document_line(document, "7");
  EXPECT_NE(line.find(R"("post":{"platform":"telegram","handle":"@gull","name":null,)"
                      R"("profile_url":null,"links":["http://gull.example/a"],)"
                      R"("relations":[{"kind":"repost_of","url":"https://t.me/tern/7",)"
                      R"("handle":"@tern"}],"edited":true,"edited_at":null,"deleted":false})"),
            std::string::npos)
      << line;
}

TEST(DocumentJson, WritesNullForADateThatIsNotExactToTheDay) {
  model::Document document;
  document.published_at = model::PublishedAt{.value = "2015-03",
                                             .precision = model::DatePrecision::Month,
                                             .source = model::DateSource::Visible};
  const std::string line = document_line(document, "7");
  EXPECT_NE(line.find(R"("date":null,"published_at":{"value":"2015-03","precision":"month")"),
            std::string::npos)
      << line;
}

TEST(JsonWriter, NeverWritesBrokenUtf8) {
  JsonWriter json;
  json.string("a\xC3(\xFF\xED\xA0\x80z");
  EXPECT_EQ(json.text(), "\"a\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\"");
}

TEST(JsonWriter, EscapesControlCharactersAndQuotes) {
  JsonWriter json;
  json.string(std::string_view("\"\\\n\0\x1b", 5));
  EXPECT_EQ(json.text(), R"("\"\\\n\u0000\u001B")");
}

TEST(JsonWriter, WritesNullForWhatIsNoNumber) {
  JsonWriter json;
  json.real(0.0 / 0.0);
  EXPECT_EQ(json.text(), "null");
}

}  // namespace
}  // namespace dixit::report
