#include "parser/html/published.h"

#include <array>
#include <vector>

#include "parser/html/address_date.h"
#include "parser/html/data_date.h"
#include "parser/html/local_day.h"
#include "parser/html/printed_date.h"
#include "parser/html/site_name.h"
#include "parser/knowledge/knowledge.h"
#include "parser/post/post_values.h"
#include "parser/post/x_address.h"
#include "parser/text/ascii.h"
#include "parser/text/date.h"

namespace dixit::parser {
namespace {

using model::DateSource;

// Names under which pages declare their first publication, the most exact in meaning first.
constexpr auto kPublishedNames =
    std::to_array<std::string_view>({"article:published_time",
                                     "article:published",
                                     "og:article:published_time",
                                     "og:published_time",
                                     "datepublished",
                                     "rnews:datepublished",
                                     "dcterms.issued",
                                     "dc.date.issued",
                                     "publish_date",
                                     "publish-date",
                                     "publishdate",
                                     "published_date",
                                     "published-date",
                                     "publication_date",
                                     "publication-date",
                                     "pubdate",
                                     "article_date_original",
                                     "article.published",
                                     "originalpublicationdate",
                                     "sailthru.date",
                                     "parsely-pub-date",
                                     "cxenseparse:recs:publishtime",
                                     "shareaholic:article_published_time",
                                     "citation_publication_date",
                                     "citation_date",
                                     "citation_online_date",
                                     "bt:pubdate",
                                     "ptime",
                                     "release_date",
                                     "posted",
                                     "og:pubdate",
                                     "publishtime",
                                     "artikel:publish",
                                     "news_datepublished",
                                     "vr:published_time"});

// Names of dates that content systems fill in by themselves, often when the draft was made; what
// the page shows its readers beside the title counts for more.
constexpr auto kLooseNames = std::to_array<std::string_view>(
    {"dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "datecreated", "date",
     "created", "display_date", "article.created", "dc.created"});

// The first years of the Web; an earlier date is of something told, not of the telling.
constexpr int kYearMin = 1990;

// A time element that says so, or stands between title and body's end, is the article's.
constexpr int kTimeSure = 2;

std::optional<DateStatement> statement(const std::optional<DateTime>& date, DateSource source) {
  if (!date || date->year < kYearMin) return std::nullopt;
  return DateStatement{*date, source};
}

std::optional<DateStatement> declared(std::string_view text, DateSource source) {
  return statement(parse_machine_date(trim_ascii(text)), source);
}

bool contains_any(const std::string& names, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) {
    if (names.find(part) != std::string::npos) return true;
  }
  return false;
}

// Whether the names of the element or of one near above it speak of a change, and not of the
// publication too, as where one element shows both.
bool is_of_change(const Tree& tree, NodeIndex index) {
  for (int level = 0; level < 2 && index != kNoNode; ++level, index = tree[index].parent) {
    std::string names;
    for (const std::string_view attribute : {"class", "itemprop", "id"}) {
      names.append(ascii_lowercase(tree.attribute(index, attribute))).append(" ");
    }
    if (contains_any(names, {"publi", "entry-date", "post-date", "created"})) return false;
    if (contains_any(names, {"updat", "modif", "revis", "change"})) return true;
  }
  return false;
}

// What a time element or a microdata property states.
std::optional<DateStatement> stated_by(const Tree& tree, NodeIndex index, DateSource source) {
  for (const std::string_view attribute : {"datetime", "content", "title"}) {
    if (auto found = declared(tree.attribute(index, attribute), source)) return found;
  }
  return declared(tree.text(index, kDateBytesMax), source);
}

class Statements {
 public:
  explicit Statements(const PublishedInput& input) : in_(input) {}

  std::optional<model::PublishedAt> run() {
    declare();
    time_elements();
    for (const std::string_view name : kLooseNames) {
      add(declared(in_.meta.first({name}), DateSource::Meta), stated_);
    }
    if (stated_.empty()) return undeclared();
    std::vector<DateStatement> others(stated_.begin() + 1, stated_.end());
    add(title_date(), others);
    add(address(), others);
    const DateTime& first = stated_.front().date;
    if (first.offset_minutes == 0) {
      const auto found = printed();
      if (found && found->evidence >= kPrintedMin) {
        others.push_back({found->date, DateSource::Visible});
      }
    }
    return on_local_day(stated_.front(), others);
  }

 private:
  static void add(const std::optional<DateStatement>& found, std::vector<DateStatement>& to) {
    if (found) to.push_back(*found);
  }

  void declare() {
    if (in_.linked != nullptr) add(declared(in_.linked->published, DateSource::JsonLd), stated_);
    for (const std::string_view name : kPublishedNames) {
      add(declared(in_.meta.first({name}), DateSource::Meta), stated_);
    }
    add(microdata(), stated_);
    add(declared(in_.data.page_published, DateSource::JsonLd), stated_);
  }

  // The first property of the article's own, else the first of all.
  [[nodiscard]] std::optional<DateStatement> microdata() const {
    std::optional<DateStatement> foreign;
    for (NodeIndex i = 0; i < in_.tree.size(); ++i) {
      if (in_.tree[i].is_text()) continue;
      const std::string_view property = in_.tree.attribute(i, "itemprop");
      if (property.find("datePublished") == std::string_view::npos) continue;
      if (foreign && in_.place.is_foreign(i)) continue;
      const auto found = stated_by(in_.tree, i, DateSource::Microdata);
      if (found && !in_.place.is_foreign(i)) return found;
      if (!foreign) foreign = found;
    }
    return foreign;
  }

  // Time elements, the article's own among the statements, the best of the others kept aside.
  void time_elements() {
    int best_rank = -1;
    std::optional<DateStatement> best;
    for (NodeIndex i = 0; i < in_.tree.size(); ++i) {
      const GumboTag tag = in_.tree[i].tag;
      if (tag != GUMBO_TAG_TIME && tag != GUMBO_TAG_ABBR) continue;
      if (is_of_change(in_.tree, i)) continue;
      const int rank = rank_of_time(i);
      if (rank <= best_rank) continue;
      if (auto found = stated_by(in_.tree, i, DateSource::TimeElement)) {
        best = found;
        best_rank = rank;
      }
    }
    if (best && best_rank >= kTimeSure) {
      stated_.push_back(*best);
    } else {
      other_time_ = best;
    }
  }

  [[nodiscard]] int rank_of_time(NodeIndex index) const {
    if (in_.place.is_foreign(index)) return 0;
    const std::string names = ascii_lowercase(in_.tree.attribute(index, "class"));
    const bool is_marked = in_.tree.has_attribute(index, "pubdate") ||
                           contains_any(names, {"publish", "entry-date", "post-date"});
    const NodeIndex body = in_.place.container;
    const NodeIndex title = in_.place.title;
    const bool is_after_title = title == kNoNode || index > title;
    const bool is_after_body = body != kNoNode && index >= in_.tree[body].end;
    return (is_marked ? 1 : 0) + (is_after_title && !is_after_body ? 2 : 1);
  }

  std::optional<model::PublishedAt> undeclared() {
    const auto found = printed();
    const auto visible = [&](int evidence_min) {
      return found && found->evidence >= evidence_min ? statement(found->date, DateSource::Visible)
                                                      : std::nullopt;
    };
    std::optional<DateStatement> best = title_date();
    if (!best) best = address();
    if (!best) best = visible(kPrintedSure);
    if (!best) best = statement(date_in_scripts(in_.scripts), DateSource::Meta);
    if (!best) best = visible(kPrintedMin);
    if (!best) best = other_time_;
    if (!best) return std::nullopt;
    return to_published_at(best->date, best->source);
  }

  // Some outlets put the day after the headline and their name.
  [[nodiscard]] std::optional<DateStatement> title_date() const {
    const std::vector<std::string_view> segments = title_segments(in_.meta.title_element);
    for (std::size_t i = 1; i < segments.size(); ++i) {
      constexpr std::size_t kBareDateBytesMax = 12;
      if (segments[i].size() > kBareDateBytesMax) continue;
      const auto date = find_visible_date(segments[i], {}, DateOrder::DayFirst);
      if (auto found = statement(date, DateSource::Meta)) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<DateStatement> address() const {
    if (const auto post = x_address(in_.url)) {
      const auto seconds = unix_of_snowflake(post->id);
      if (seconds) return statement(from_unix_seconds(*seconds), DateSource::Url);
    }
    return statement(date_of_address(in_.url), DateSource::Url);
  }

  [[nodiscard]] std::optional<PrintedDate> printed() const {
    auto found =
        find_printed_date(in_.knowledge, in_.labels, in_.tree, in_.text, in_.place, in_.language);
    if (found && found->date.year < kYearMin) found.reset();
    return found;
  }

  const PublishedInput& in_;
  std::vector<DateStatement> stated_;
  std::optional<DateStatement> other_time_;
};

}  // namespace

std::optional<model::PublishedAt> read_published(const PublishedInput& input) {
  return Statements(input).run();
}

}  // namespace dixit::parser
