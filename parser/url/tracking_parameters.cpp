#include "parser/url/tracking_parameters.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Families that share a prefix: Google Analytics and its imitators, Matomo, HubSpot, AT Internet.
constexpr std::array<std::string_view, 8> kTrackingPrefixes{
    "utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "at_medium", "at_campaign"};

// Click identifiers of advertisers and mailers, named in their own documentation.
constexpr std::array<std::string_view, 28> kTrackingNames{
    "_ga",     "_gl",     "_hsenc",     "_hsmi",   "dclid",   "dpg_source",  "fb_action_ids",
    "fb_ref",  "fbclid",  "gad_source", "gbraid",  "gclid",   "gclsrc",      "igsh",
    "igshid",  "mc_cid",  "mc_eid",     "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id",
    "s_kwcid", "srsltid", "ttclid",     "twclid",  "vero_id", "wbraid",      "yclid"};

constexpr std::array<std::string_view, 8> kSessionNames{
    "jsessionid", "phpsessid", "aspsessionid", "asp.net_sessionid",
    "sessionid",  "cfid",      "cftoken",      "zenid"};

// Session identifiers are random; a word or a number below this length may name a page.
constexpr std::size_t kSessionValueBytesMin = 16;

template <typename Names>
bool is_in(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_tracking_parameter(std::string_view name, std::string_view value) {
  const std::string lower = ascii_lowercase(name);
  const bool has_prefix =
      std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                  [&lower](std::string_view prefix) { return lower.starts_with(prefix); });
  if (has_prefix || is_in(kTrackingNames, lower) || is_in(kSessionNames, lower)) return true;
  return lower == "sid" && value.size() >= kSessionValueBytesMin &&
         std::all_of(value.begin(), value.end(), is_ascii_alphanumeric);
}

std::string_view without_session_suffix(std::string_view segment) {
  const std::size_t semicolon = segment.find(';');
  if (semicolon == std::string_view::npos) return segment;
  const std::string_view suffix = segment.substr(semicolon + 1);
  const std::string name = ascii_lowercase(suffix.substr(0, suffix.find('=')));
  return is_in(kSessionNames, name) ? segment.substr(0, semicolon) : segment;
}

}  // namespace dixit::parser
