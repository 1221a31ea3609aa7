#include "cli/extract_batch.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <simdjson.h>
#include <zlib.h>

#include <fstream>
#include <string>
#include <vector>

#include "cli/exit_codes.h"
#include "tests/cli/command_line.h"
#include "tests/support/temp_dir.h"

// The contract of `dixit extract --jsonl`.
namespace dixit::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

using simdjson::dom::element;

std::vector<std::string> answers(const std::string& requests, const std::string& jobs = "2") {
  const Said said = dixit({"extract", "--jsonl", "--jobs", jobs}, requests);
  EXPECT_EQ(said.code, kSuccess);
  EXPECT_EQ(said.err, "");
  return lines_of(said.out);
}

std::string answer(const std::string& request) {
  const auto lines = answers(request + "\n");
  return lines.size() == 1 ? lines.front() : fmt::format("{} lines", lines.size());
}

std::string json_string(std::string_view text) {
  std::string json = "\"";
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == '"' || byte == '\\') {
      json += fmt::format("\\u{:04x}", byte);
    } else {
      json.push_back(character);
    }
  }
  return json + "\"";
}

std::vector<std::string> keys_of(const element& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : simdjson::dom::object(object)) keys.emplace_back(key);
  return keys;
}

TEST(ExtractBatch, AnswersNothingWithNothing) {
  EXPECT_THAT(answers(""), SizeIs(0));
  EXPECT_THAT(answers("\n\r\n\n"), SizeIs(0));
}

// Long and short lines, so that threads finish out of order.
TEST(ExtractBatch, AnswersInOrderWhateverTheThreads) {
  std::string requests;
  std::vector<std::string> starts;
  std::string long_text;
  for (int i = 0; i < 300; ++i) long_text += "“We will not leave,” said Mara Quill on Monday. ";
  for (int i = 0; i < 60; ++i) {
    requests += fmt::format("{{\"id\":{},\"text\":{}}}\n", i,
                            json_string(i % 7 == 0 ? long_text : "Nothing."));
    starts.push_back(fmt::format("{{\"id\":{},", i));
  }
  for (const char* jobs : {"1", "2", "5"}) {
    const auto lines = answers(requests, jobs);
    ASSERT_THAT(lines, SizeIs(starts.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_THAT(lines[i], StartsWith(starts[i]));
  }
  EXPECT_EQ(answers(requests, "1"), answers(requests, "5"));
}

TEST(ExtractBatch, GivesEveryFieldThereIs) {
  const std::string line = answer(
      R"({"id":"a","text":"“If you do not pay, we will burn the port,” Ivo Lanz allegedly wrote in a letter to the harbour office."})");
  simdjson::dom::parser parser;
  const element document = parser.parse(line);
  EXPECT_THAT(keys_of(document),
              ElementsAre("id", "url", "canonical_url", "title", "authors", "date", "published_at",
                          "lang", "site", "is_article", "post", "text", "credit", "quotations",
                          "quotations_left_out", "posts"));
  EXPECT_THAT(keys_of(document["credit"]), ElementsAre("text", "start", "end", "agencies"));
  ASSERT_THAT(simdjson::dom::array(document["quotations"]), SizeIs(1));
  const element quotation = document["quotations"].at(0);
  EXPECT_THAT(keys_of(quotation),
              ElementsAre("start", "end", "text", "form", "group", "fragments", "source", "cue",
                          "hops", "evidential", "report_status", "authentication", "medium", "lang",
                          "is_translation", "threat"));
  EXPECT_THAT(keys_of(quotation["source"]),
              ElementsAre("start", "end", "text", "name", "entity", "score"));
  EXPECT_THAT(keys_of(quotation["cue"]), ElementsAre("start", "end", "text"));
  EXPECT_THAT(keys_of(quotation["hops"].at(0)),
              ElementsAre("role", "name", "start", "end", "entity", "evidential", "marker"));
  EXPECT_THAT(keys_of(quotation["threat"]),
              ElementsAre("class", "score", "speech_act", "directness", "conditional", "condition",
                          "deadline", "target", "mode", "cameo", "rationale"));
  EXPECT_THAT(keys_of(quotation["threat"]["rationale"].at(0)), ElementsAre("start", "end", "rule"));
}

// The code points [start, end) of `text`.
std::string slice(const std::string& text, const element& span) {
  const auto start = std::uint64_t(span["start"]);
  const auto end = std::uint64_t(span["end"]);
  std::string result;
  std::uint64_t at = 0;
  bool inside = false;
  for (const char character : text) {
    const bool begins = (static_cast<unsigned char>(character) & 0xC0U) != 0x80U;
    if (begins) inside = at >= start && at < end;
    if (begins) ++at;
    if (inside) result.push_back(character);
  }
  return result;
}

// Emoji and old scripts take four bytes, CRLFs two, and none of them moves an offset.
TEST(ExtractBatch, CountsCodePointsOfTheTextAsItWasGiven) {
  const std::string text =
      "\U0001F600\U0001F600 A letter reached the harbour office on Monday.\r\n\r\n\r\n"
      "“We will burn the port \U0001F525 and kill everyone in it,” Ivo Lanz wrote to the office.\n"
      " \t \n"
      "\U00010308 “We are not afraid,” said Mara Quill \U0001F389, the harbour master.";
  simdjson::dom::parser parser;
  const element document = parser.parse(answer("{\"id\":1,\"text\":" + json_string(text) + "}"));
  EXPECT_EQ(std::string_view(document["text"]), text);
  std::vector<std::string> said;
  for (const element quotation : simdjson::dom::array(document["quotations"])) {
    EXPECT_EQ(std::string_view(quotation["text"]), slice(text, quotation));
    EXPECT_EQ(std::string_view(quotation["source"]["text"]), slice(text, quotation["source"]));
    EXPECT_EQ(std::string_view(quotation["cue"]["text"]), slice(text, quotation["cue"]));
    said.emplace_back(std::string_view(quotation["source"]["name"]));
  }
  EXPECT_THAT(said, ElementsAre("Ivo Lanz", "Mara Quill"));
}

TEST(ExtractBatch, TakesAPathHtmlOrText) {
  const support::TempDir directory;
  const std::string page =
      "<html lang=\"en\"><title>A letter</title><article><h1>A letter</h1><p>“We are not afraid,” "
      "said Mara Quill, the harbour master.</p></article>";
  std::ofstream(directory / "a.html") << page;
  std::ofstream(directory / "a.txt") << "“We are not afraid,” said Mara Quill.";
  const std::string packed = directory / "a.html.gz";
  const gzFile file = gzopen(packed.c_str(), "wb");
  gzwrite(file, page.data(), static_cast<unsigned>(page.size()));
  gzclose(file);
  for (const std::string& request :
       {"{\"id\":1,\"html\":" + json_string(page) + "}",
        "{\"id\":1,\"path\":" + json_string((directory / "a.html").string()) + "}",
        "{\"id\":1,\"path\":" + json_string(packed) + "}",
        "{\"id\":1,\"path\":" + json_string((directory / "a.txt").string()) + "}"}) {
    const std::string line = answer(request);
    EXPECT_THAT(line, HasSubstr("\"text\":\"We are not afraid,\"")) << request;
    EXPECT_THAT(line, HasSubstr("\"name\":\"Mara Quill\"")) << request;
  }
}

TEST(ExtractBatch, TakesWhatIsKnownBesides) {
  const std::string line = answer(
      R"({"id":1,"text":"Rien.","url":"https://gull.example/a","lang":"fr","title":"Un titre","published":"2015-03-02T10:15:00+01:00"})");
  EXPECT_THAT(line, HasSubstr(R"("url":"https://gull.example/a")"));
  EXPECT_THAT(line, HasSubstr(R"("title":"Un titre")"));
  EXPECT_THAT(line, HasSubstr(R"("lang":"fr")"));
  EXPECT_THAT(line,
              HasSubstr(R"("date":"2015-03-02","published_at":{"value":)"
                        R"("2015-03-02T10:15+01:00","precision":"minute","source":"given"})"));
  EXPECT_THAT(answer(R"({"id":1,"html":"<p>Rien.","published":"2015-03"})"),
              HasSubstr(R"("published_at":{"value":"2015-03","precision":"month")"));
  EXPECT_THAT(answer(R"({"id":1,"text":"Rien.","published":"soon"})"),
              HasSubstr(R"("date":null,"published_at":null)"));
}

// Each bad line has its answer, and the lines around it theirs.
TEST(ExtractBatch, AnswersABadLineWithAnErrorAndGoesOn) {
  const std::string good = R"({"id":"good","text":"Nothing."})";
  const std::vector<std::pair<std::string, std::string>> bad{
      {"not json", R"({"id":null,"error":"not JSON: )"},
      {"{\"id\":1", R"({"id":null,"error":"not JSON: )"},
      {"[1,2]", R"({"id":null,"error":"not a JSON object"})"},
      {"{\"id\":\"\xFF\",\"text\":\"x\"}", R"({"id":null,"error":"not JSON: )"},
      {R"({"id":2})", R"({"id":2,"error":"needs exactly one of)"},
      {R"({"id":"x","text":"a","html":"b"})", R"({"id":"x","error":"needs exactly one of)"},
      {R"({"id":{"n":[3]},"text":3})", R"({"id":{"n":[3]},"error":"\"text\" must be a string"})"},
      {R"({"id":4,"path":"/none/such.html"})", R"({"id":4,"error":"/none/such.html: No such file)"},
      {R"({"id":5,"path":"/"})", R"({"id":5,"error":"/: is a directory"})"},
      {R"({"id":7,"text":"a","url":"nonsense"})",
       R"({"id":7,"error":"\"url\" is no URL: it is rela)"},
      {R"({"id":8,"text":"a","url":"http://a b/"})",
       R"({"id":8,"error":"\"url\" is no URL: the h)"},
      {R"({"id":6,"text":"\ud800"})", R"({"id":null,"error":"not JSON: )"},
  };
  std::string requests;
  for (const auto& [line, start] : bad) requests += line + "\n" + good + "\r\n";
  const auto lines = answers(requests);
  ASSERT_THAT(lines, SizeIs(2 * bad.size()));
  for (std::size_t i = 0; i < bad.size(); ++i) {
    EXPECT_THAT(lines[2 * i], StartsWith(bad[i].second));
    EXPECT_THAT(lines[2 * i + 1], StartsWith(R"({"id":"good","url":null)"));
  }
}

TEST(ExtractBatch, TakesAnyAbsoluteUrlOrNone) {
  for (const std::string url : {"", "urn:press:1", "file:///a.html", "https://gull.example/ä"})
    EXPECT_THAT(answer(R"({"id":1,"text":"Nothing.","url":")" + url + "\"}"),
                StartsWith(R"({"id":1,"url":)"))
        << url;
}

TEST(ExtractBatch, TakesALastLineWithoutItsEnd) {
  EXPECT_THAT(answers(R"({"id":1,"text":"Nothing."})"), SizeIs(1));
}

TEST(ExtractBatch, AnswersALineThatIsTooLongAndGoesOn) {
  std::string requests = "{\"id\":1,\"text\":\"" + std::string(kLineBytesMax, 'a') + "\"}\n";
  requests += R"({"id":2,"text":"Nothing."})";
  const auto lines = answers(requests, "1");
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0],
            fmt::format(R"({{"id":null,"error":"line longer than {} bytes"}})", kLineBytesMax));
  EXPECT_THAT(lines[1], StartsWith(R"({"id":2,"url":null)"));
}

TEST(ExtractBatch, RefusesATextLongerThanAPage) {
  const std::string text(5u << 20, 'a');
  EXPECT_THAT(answer("{\"id\":7,\"text\":\"" + text + "\"}"),
              StartsWith(R"({"id":7,"error":"the text has more than)"));
}

// A character that some readers take for the end of a line, and one that a terminal obeys.
TEST(ExtractBatch, AnswersOnOneLineWhateverTheText) {
  const std::string line = answer("{\"id\":1,\"text\":\"a\u2028b\u0085c\u009Bd\\u0000e\\nf\"}");
  EXPECT_THAT(line, HasSubstr(R"("text":"a\u2028b\u0085c\u009bd\u0000e\nf")"));
}

TEST(ExtractBatch, TakesWhatARequestDoesNotSayFromTheOptions) {
  const Said said = dixit({"extract", "--jsonl", "--url", "https://gull.example/a", "--lang", "de"},
                          "{\"text\":\"„Wir kommen wieder“, sagte Lanz.\"}\n"
                          "{\"text\":\"Nothing.\",\"url\":\"https://heron.example/b\"}\n");
  const auto lines = lines_of(said.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], HasSubstr("\"url\":\"https://gull.example/a\""));
  EXPECT_THAT(lines[0], HasSubstr("\"lang\":\"de\""));
  EXPECT_THAT(lines[1], HasSubstr("\"url\":\"https://heron.example/b\""));
}

TEST(InspectBatch, TakesWhatARequestDoesNotSayFromTheOptions) {
  const Said said = dixit({"inspect", "url", "--jsonl", "--base", "https://gull.example/a/"},
                          "{\"id\":1,\"in\":\"b\"}\n"
                          "{\"id\":2,\"in\":\"b\",\"base\":\"https://heron.example/\"}\n");
  const auto lines = lines_of(said.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], HasSubstr("\"href\":\"https://gull.example/a/b\""));
  EXPECT_THAT(lines[1], HasSubstr("\"href\":\"https://heron.example/b\""));
}

}  // namespace
}  // namespace dixit::cli
