#pragma once

#include <cstdint>
#include <string>

#include "report/timeline.h"

// Values of invented outlets and people that the tests of report/ share.
namespace dixit::report::samples {

// "We will burn the port", said by Ivo Lanz to the Dockers, told by `outlet` on `day` of March
// 2021, hedged, through Watch Post.
inline storage::QuotationRow threat_row(std::string id, std::string outlet, int day) {
  storage::QuotationRow row;
  row.id = std::move(id);
  row.document_id = "d" + row.id;
  row.capture_id = "c" + row.id;
  row.url = "http://" + outlet + ".example/a";
  row.outlet = std::move(outlet);
  row.title = "Port threatened";
  row.language = "en";
  row.prefix = "In a letter he wrote: \"";
  row.suffix = "\", said Watch Post.";
  row.published_at = model::PublishedAt{.value = "2021-03-0" + std::to_string(day),
                                        .precision = model::DatePrecision::Day,
                                        .source = model::DateSource::Meta,
                                        .unix_seconds = 1614556800 + (day - 1) * 86400};
  row.fetched_at_ms = 1640995200000;  // 2022-01-01
  auto& quotation = row.quotation;
  quotation.span = {22, 43};
  quotation.text = "We will burn the port";
  quotation.source =
      model::Source{.span = {12, 14}, .text = "he", .name = "Ivo Lanz", .entity = "lanz"};
  quotation.cue = model::Cue{.span = {15, 20}, .text = "wrote"};
  quotation.hops = {model::Hop{.role = model::HopRole::Monitor,
                               .name = "Watch Post",
                               .span = model::Span{51, 61},
                               .entity = "watch-post",
                               .evidential = model::Evidential::Hedged,
                               .marker = "is said to have",
                               .marker_span = model::Span{62, 77}}};
  quotation.evidential = model::Evidential::Hedged;
  quotation.report_status = model::ReportStatus::Alleged;
  quotation.threat.threat_class = model::ThreatClass::Violent;
  quotation.threat.score = 0.9;
  quotation.threat.target = model::Target{
      .span = {80, 91}, .text = "the dockers", .name = "the Dockers", .entity = "dockers"};
  return row;
}

inline model::Capture capture_of(const storage::QuotationRow& row) {
  model::Capture capture;
  capture.id = row.capture_id;
  capture.url = row.url;
  capture.fetched_at_ms = row.fetched_at_ms;
  capture.status = 200;
  capture.payload_sha256 = "abc123";
  capture.response = {.file = "one.warc.gz", .offset = 512, .length = 2048};
  return capture;
}

inline Telling telling_of(storage::QuotationRow row, model::MemberKind kind) {
  Telling telling;
  telling.capture = capture_of(row);
  telling.row = std::move(row);
  telling.kind = kind;
  return telling;
}

// Told by gull on the 2nd and, unhedged and in other words, by heron on the 3rd.
inline TimelineEntry threat_entry() {
  TimelineEntry entry;
  entry.cluster.id = "cluster1";
  entry.cluster.canonical_quotation_id = "aaaabbbbcccc0001";
  entry.cluster.outlets = {"gull", "heron"};
  entry.cluster.independent_origins = {"Watch Post"};
  entry.tellings.push_back(
      telling_of(threat_row("aaaabbbbcccc0001", "gull", 2), model::MemberKind::Canonical));
  auto reworded = threat_row("aaaabbbbcccc0002", "heron", 3);
  reworded.quotation.text = "The port will burn";
  reworded.quotation.evidential = model::Evidential::Asserted;
  reworded.quotation.hops.clear();
  entry.tellings.push_back(telling_of(std::move(reworded), model::MemberKind::Rewording));
  return entry;
}

}  // namespace dixit::report::samples
