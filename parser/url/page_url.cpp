#include "parser/url/page_url.h"

#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

bool is_of_the_web(const model::Url& url) { return url.scheme == "http" || url.scheme == "https"; }

bool vouches_for(const std::string& found_at, const std::string& declared) {
  if (declared == found_at) return true;
  const auto from = parse_url(found_at);
  const auto to = parse_url(declared);
  return from && to && are_of_one_site(*from, *to);
}

}  // namespace

bool are_of_one_site(const model::Url& a, const model::Url& b) {
  if (!is_of_the_web(a) || !is_of_the_web(b)) return false;
  if (host_with_port(a) == host_with_port(b)) return true;
  const auto domain = registrable_domain(a.host);
  return domain && domain == registrable_domain(b.host);
}

std::string page_url(const std::string& found_at, const std::string& declared) {
  return !declared.empty() && vouches_for(found_at, declared) ? declared : found_at;
}

std::string post_page_url(const std::string& found_at, const std::string& declared) {
  if (declared.empty()) return found_at;
  return vouches_for(found_at, declared) ? declared : found_at + '#' + declared;
}

}  // namespace dixit::parser
