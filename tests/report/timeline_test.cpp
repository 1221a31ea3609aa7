#include "report/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "report/chain_links.h"
#include "report/timeline_csv.h"
#include "report/timeline_json.h"
#include "report/timeline_table.h"
#include "tests/report/samples.h"

namespace dixit::report {
namespace {

using samples::threat_entry;
using samples::threat_row;

TEST(SummaryOf, NamesWhoThreatensWhomAndTheHedge) {
  const TimelineEntry entry = threat_entry();
  const EntrySummary summary = summary_of(entry);
  EXPECT_EQ(summary.canonical, &entry.tellings[0]);
  EXPECT_EQ(summary.date, "2021-03-02");
  EXPECT_EQ(summary.who, (Party{"Ivo Lanz", "lanz"}));
  EXPECT_EQ(summary.whom, (Party{"the Dockers", "dockers"}));
  EXPECT_EQ(summary.hedge, "hedged “is said to have”");
  EXPECT_EQ(summary.evidentials,
            (std::map<model::Evidential, std::size_t>{{model::Evidential::Asserted, 1},
                                                      {model::Evidential::Hedged, 1}}));
  EXPECT_EQ(summary.wordings, 2U);
}

TEST(SummaryOf, AsksOtherTellingsWhereTheCanonicalOneIsSilent) {
  TimelineEntry entry = threat_entry();
  entry.tellings[0].row.quotation.source.reset();
  entry.tellings[0].row.quotation.threat.target.reset();
  const EntrySummary summary = summary_of(entry);
  EXPECT_EQ(summary.who.name, "Ivo Lanz");
  EXPECT_EQ(summary.whom.name, "the Dockers");
}

TEST(SummaryOf, FallsBackToTheFetchWhenThePageHasNoDate) {
  TimelineEntry entry = threat_entry();
  entry.tellings[0].row.published_at.reset();
  const EntrySummary summary = summary_of(entry);
  EXPECT_EQ(summary.date, "2022-01-01");
  EXPECT_TRUE(summary.date_is_fetch);
}

TEST(ChainLinks, RunFromTheSpeakerToTheOutlet) {
  EXPECT_EQ(chain_summary(threat_row("1", "gull", 1)), "Ivo Lanz > Watch Post > gull");
}

TEST(ChainLinks, KeepALinkThatThePageNamesItself) {
  auto row = threat_row("1", "Watch Post", 1);
  EXPECT_EQ(chain_summary(row), "Ivo Lanz > Watch Post");
}

TEST(TimelineTable, PrintsOneUtteranceARow) {
  const std::vector<TimelineEntry> entries{threat_entry()};
  EXPECT_EQ(
      timeline_table(entries, {.colour = false, .columns = 100}),
      R"(DATE        WHO → WHOM      WORDS                            TOLD BY    REPORTED            ID
2021-03-02  Ivo Lanz → the  “We will burn the port” +1       2 outlets  hedged “is said to  aaaabbbb
            Dockers         variant                          1 origin   have” in 1/2

1 utterance in 2 tellings
)");
}

// What the tellings say besides, each by its own name.
TEST(TimelineTable, SaysHowManyTellingsStandBackAndHow) {
  const auto reported = [](const TimelineEntry& entry) {
    std::string table =
        timeline_table(std::vector<TimelineEntry>{entry}, {.colour = false, .columns = 200});
    std::ranges::replace(table, '\n', ' ');
    return table;
  };
  TimelineEntry entry = threat_entry();
  auto& first = entry.tellings[0].row.quotation.evidential;
  auto& second = entry.tellings[1].row.quotation.evidential;
  first = model::Evidential::Asserted;
  second = model::Evidential::Hedged;
  EXPECT_NE(reported(entry).find("asserted, hedged"), std::string::npos) << reported(entry);
  EXPECT_NE(reported(entry).find("in\u00A01/2"), std::string::npos) << reported(entry);
  first = model::Evidential::Hedged;
  second = model::Evidential::Denied;
  EXPECT_NE(reported(entry).find("denied in\u00A01/2"), std::string::npos) << reported(entry);
  first = second = model::Evidential::Asserted;
  EXPECT_EQ(reported(entry).find("/2"), std::string::npos) << reported(entry);
}

TEST(TimelineTable, SaysWhatALimitLeftOut) {
  const std::string table =
      timeline_table(std::vector<TimelineEntry>{threat_entry()}, {.columns = 100}, 7);
  EXPECT_NE(table.find("1 utterance in 2 tellings; 7 more left out by --limit\n"),
            std::string::npos)
      << table;
}

// A page that gives a day alone may be of its evening.
TEST(ToldBy, IsTheEndOfWhatAPageNames) {
  auto row = threat_row("1", "gull", 2);
  const std::int64_t day = row.published_at->unix_seconds;
  EXPECT_EQ(told_by(row), day + 86400);
  row.published_at->precision = model::DatePrecision::Minute;
  EXPECT_EQ(told_by(row), day + 60);
  row.published_at->precision = model::DatePrecision::Year;
  EXPECT_EQ(told_by(row), day + 366LL * 86400);
  row.published_at.reset();
  EXPECT_EQ(told_by(row), 1640995200);
}

TEST(TimelineTable, PutsNoMarksAroundReportedSpeech) {
  TimelineEntry entry = threat_entry();
  for (auto& telling : entry.tellings) {
    telling.row.quotation.form = model::QuotationForm::Indirect;
  }
  const std::string table =
      timeline_table(std::vector<TimelineEntry>{entry}, {.colour = false, .columns = 120});
  EXPECT_NE(table.find("We will burn the port (indirect)"), std::string::npos) << table;
  EXPECT_EQ(table.find("“We will"), std::string::npos) << table;
}

TEST(TimelineCsv, PrintsOneTellingALine) {
  TimelineEntry entry = threat_entry();
  entry.tellings.pop_back();
  EXPECT_EQ(timeline_csv(std::vector<TimelineEntry>{entry}),
            "utterance,first_date,first_date_is,who,whom,outlets,independent_origins,member,"
            "quotation,date,"
            "precision,outlet,lang,title,words,speaker,speaker_entity,target,target_entity,class,"
            "score,speech_act,conditional,evidential,hedge,report_status,chain,url,link,fetched_at,"
            "warc_file,warc_offset,sha256\r\n"
            "cluster1,2021-03-02,published,Ivo Lanz,the "
            "Dockers,2,1,canonical,aaaabbbbcccc0001,2021-03-02,"
            "day,gull,en,Port threatened,We will burn the port,Ivo Lanz,lanz,the Dockers,dockers,"
            "violent,0.90,none,false,hedged,hedged “is said to have”,alleged,"
            "Ivo Lanz > Watch Post > gull,http://gull.example/a,"
            "http://gull.example/a#:~:text=We%20will%20burn%20the%20port,"
            "2022-01-01T00:00:00.000Z,one.warc.gz,512,abc123\r\n");
}

TEST(TimelineCsv, SaysThatADateIsOnlyThatOfTheFetch) {
  TimelineEntry entry = threat_entry();
  entry.tellings[0].row.published_at.reset();
  EXPECT_NE(timeline_csv(std::vector<TimelineEntry>{entry}).find("\ncluster1,2022-01-01,fetched,"),
            std::string::npos);
}

TEST(TimelineJson, SaysThatADateIsOnlyThatOfTheFetch) {
  TimelineEntry entry = threat_entry();
  entry.tellings[0].row.published_at.reset();
  JsonWriter json;
  write_timeline_entry(json, entry);
  EXPECT_NE(json.text().find(R"("first_seen":"2022-01-01","first_seen_is":"fetched")"),
            std::string::npos)
      << json.text();
}

TEST(TimelineJson, CountsAsHedgedWhatIsHedged) {
  TimelineEntry entry = threat_entry();
  entry.tellings[1].row.quotation.evidential = model::Evidential::Denied;
  JsonWriter json;
  write_timeline_entry(json, entry);
  EXPECT_NE(json.text().find(R"("hedged_tellings":1,)"), std::string::npos) << json.text();
}

TEST(TimelineJson, WritesEveryFieldOfAnUtterance) {
  TimelineEntry entry = threat_entry();
  entry.tellings.resize(1);
  entry.tellings[0].row.quotation = {};
  entry.tellings[0].row.quotation.text = "We will burn the port";
  JsonWriter json;
  write_timeline_entry(json, entry);
  EXPECT_EQ(
      json.text(),
      R"({"cluster":"cluster1","date":"2021-03-02","published_at":{"value":"2021-03-02",)"
      R"("precision":"day","source":"meta"},"first_seen":"2021-03-02","first_seen_is":"published","who":null,)"
      R"("whom":null,"words":"We will burn the port","canonical":"aaaabbbbcccc0001",)"
      R"("class":"none","conditional":false,"evidential":"asserted",)"
      R"("report_status":"first_hand","hedged_tellings":0,"wordings":1,)"
      R"("outlets":["gull","heron"],"independent_origins":["Watch Post"],"tellings":[{)"
      R"("id":"aaaabbbbcccc0001","cluster":null,"document":"daaaabbbbcccc0001",)"
      R"("capture":"caaaabbbbcccc0001","url":"http://gull.example/a",)"
      R"("link":"http://gull.example/a#:~:text=We%20will%20burn%20the%20port","site":"gull",)"
      R"("title":"Port threatened","document_lang":"en","date":"2021-03-02",)"
      R"("published_at":{"value":"2021-03-02","precision":"day","source":"meta"},)"
      R"("fetched_at":"2022-01-01T00:00:00.000Z","selectors":[{"type":"TextQuoteSelector",)"
      R"("exact":"We will burn the port","prefix":"In a letter he wrote: \"",)"
      R"("suffix":"\", said Watch Post."},{"type":"TextPositionSelector","start":0,"end":0}],)"
      R"("start":0,"end":0,"text":"We will burn the port","form":"direct","group":0,)"
      R"("fragments":[],"source":null,"cue":null,"hops":[],"evidential":"asserted",)"
      R"("report_status":"first_hand","authentication":{"status":"unknown","by":null},)"
      R"("medium":"unknown","lang":null,"is_translation":false,"threat":{"class":"none",)"
      R"("score":0.0,"speech_act":"none","directness":"explicit","conditional":false,)"
      R"("condition":null,"deadline":null,"target":null,"mode":null,"cameo":null,)"
      R"("rationale":[]},"member":"canonical","similarity":1.0,"evidence":{)"
      R"("capture":"caaaabbbbcccc0001","url":"http://gull.example/a",)"
      R"("fetched_at":"2022-01-01T00:00:00.000Z","status":200,"warc_file":"one.warc.gz",)"
      R"("warc_offset":512,"warc_length":2048,"payload_sha256":"abc123"}}]})");
}

}  // namespace
}  // namespace dixit::report
