#include "report/document_json.h"

#include "model/names.h"
#include "report/post_json.h"

namespace dixit::report {
namespace {

// "2015-03-02" is ten characters of every ISO 8601 date that is exact to the day.
constexpr std::size_t kDayLength = 10;

void write_span_members(JsonWriter& json, const std::optional<model::Span>& span) {
  if (span) {
    json.member_number("start", span->start);
    json.member_number("end", span->end);
  } else {
    json.member_null("start");
    json.member_null("end");
  }
}

void write_source(JsonWriter& json, const std::optional<model::Source>& source) {
  if (!source) return json.null();
  json.begin_object();
  write_span_members(json, source->span);
  json.member("text", source->text);
  json.member("name", source->name);
  json.member_or_null("entity", source->entity);
  json.member_real("score", source->score);
  json.end_object();
}

void write_cue(JsonWriter& json, const std::optional<model::Cue>& cue) {
  if (!cue) return json.null();
  json.begin_object();
  write_span_members(json, cue->span);
  json.member("text", cue->text);
  json.end_object();
}

void write_condition(JsonWriter& json, const std::optional<model::Condition>& condition) {
  if (!condition) return json.null();
  json.begin_object();
  write_span_members(json, condition->span);
  json.member("text", condition->text);
  json.member_or_null("demand", condition->demand);
  json.end_object();
}

void write_target(JsonWriter& json, const std::optional<model::Target>& target) {
  if (!target) return json.null();
  json.begin_object();
  write_span_members(json, target->span);
  json.member("text", target->text);
  json.member("name", target->name);
  json.member_or_null("entity", target->entity);
  json.member("type", model::name_of(target->type));
  json.end_object();
}

void write_threat(JsonWriter& json, const model::Threat& threat) {
  json.begin_object();
  json.member("class", model::name_of(threat.threat_class));
  json.member_real("score", threat.score);
  json.member("speech_act", model::name_of(threat.speech_act));
  json.member("directness", model::name_of(threat.directness));
  json.member_boolean("conditional", threat.conditional);
  json.key("condition");
  write_condition(json, threat.condition);
  json.member_or_null("deadline", threat.deadline);
  json.key("target");
  write_target(json, threat.target);
  json.member_or_null("mode", threat.mode);
  json.member_or_null("cameo", threat.cameo);
  json.key("rationale");
  json.begin_array();
  for (const auto& rationale : threat.rationale) {
    json.begin_object();
    write_span_members(json, rationale.span);
    json.member("rule", rationale.rule);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_authentication(JsonWriter& json, const model::Authentication& authentication) {
  json.begin_object();
  json.member("status", model::name_of(authentication.status));
  json.member_or_null("by", authentication.by);
  json.end_object();
}

void write_credit(JsonWriter& json, const model::Credit& credit) {
  json.begin_object();
  json.member("text", credit.text);
  write_span_members(json, credit.span);
  json.key("agencies");
  json.begin_array();
  for (const auto& agency : credit.agencies) {
    json.begin_object();
    json.member("name", agency.name);
    json.member_or_null("entity", agency.entity);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

bool is_exact_to_the_day(const model::PublishedAt& published_at) {
  return published_at.precision <= model::DatePrecision::Day &&
         published_at.value.size() >= kDayLength;
}

}  // namespace

void write_hop(JsonWriter& json, const model::Hop& hop) {
  json.begin_object();
  json.member("role", model::name_of(hop.role));
  json.member("name", hop.name);
  write_span_members(json, hop.span);
  json.member_or_null("entity", hop.entity);
  json.member("evidential", model::name_of(hop.evidential));
  json.member_or_null("marker", hop.marker);
  json.end_object();
}

void write_published_at(JsonWriter& json, const std::optional<model::PublishedAt>& published_at) {
  if (!published_at) return json.null();
  json.begin_object();
  json.member("value", published_at->value);
  json.member("precision", model::name_of(published_at->precision));
  json.member("source", model::name_of(published_at->source));
  json.end_object();
}

void write_publication(JsonWriter& json, const std::optional<model::PublishedAt>& published_at) {
  const bool exact = published_at && is_exact_to_the_day(*published_at);
  json.member_or_null("date",
                      exact ? std::string_view(published_at->value).substr(0, kDayLength) : "");
  json.key("published_at");
  write_published_at(json, published_at);
}

void write_quotation_members(JsonWriter& json, const model::Quotation& quotation) {
  write_span_members(json, quotation.span);
  json.member("text", quotation.text);
  json.member("form", model::name_of(quotation.form));
  json.member_integer("group", quotation.group);
  json.key("fragments");
  json.begin_array();
  for (const auto& fragment : quotation.fragments) {
    json.begin_object();
    write_span_members(json, fragment);
    json.end_object();
  }
  json.end_array();
  json.key("source");
  write_source(json, quotation.source);
  json.key("cue");
  write_cue(json, quotation.cue);
  json.key("hops");
  json.begin_array();
  for (const auto& hop : quotation.hops) write_hop(json, hop);
  json.end_array();
  json.member("evidential", model::name_of(quotation.evidential));
  json.member("report_status", model::name_of(quotation.report_status));
  json.key("authentication");
  write_authentication(json, quotation.authentication);
  json.member("medium", model::name_of(quotation.medium));
  json.member_or_null("lang", quotation.language);
  json.member_boolean("is_translation", quotation.is_translation);
  json.key("threat");
  write_threat(json, quotation.threat);
}

namespace {

void write_members(JsonWriter& json, const model::Document& document) {
  json.member_or_null("url", document.url);
  json.member_or_null("canonical_url", document.canonical_url);
  json.member("title", document.title);
  json.member_strings("authors", document.authors);
  write_publication(json, document.published_at);
  json.member("lang", document.language);
  json.member("site", document.outlet);
  json.member_boolean("is_article", document.is_article);
  json.key("post");
  if (document.post) {
    write_post(json, *document.post);
  } else {
    json.null();
  }
  json.member("text", document.text);
  json.key("credit");
  write_credit(json, document.credit);
  json.key("quotations");
  json.begin_array();
  for (const auto& quotation : document.quotations) {
    json.begin_object();
    write_quotation_members(json, quotation);
    json.end_object();
  }
  json.end_array();
  json.member_number("quotations_left_out", document.quotations_left_out);
}

}  // namespace

void write_document(JsonWriter& json, const model::Document& document, std::string_view id,
                    std::span<const model::Document> posts) {
  json.begin_object();
  json.key("id");
  json.raw(id);
  write_members(json, document);
  json.key("posts");
  json.begin_array();
  for (const model::Document& post : posts) {
    json.begin_object();
    write_members(json, post);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace dixit::report
