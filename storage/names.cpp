#include "storage/names.h"

#include <algorithm>

#include "storage/fold.h"

namespace dixit::storage {

NameQuery::NameQuery(std::string_view text) : text_(fold(text)), words_(words_of(text)) {}

bool NameQuery::matches_name(std::string_view name) const {
  if (words_.empty()) return false;
  const auto words = words_of(name);
  return !std::ranges::search(words, words_).empty();
}

bool NameQuery::matches_entity(std::string_view entity) const {
  return !entity.empty() && fold(entity) == text_;
}

std::string NameQuery::rarest_word() const {
  if (words_.empty()) return {};
  return *std::ranges::max_element(words_, {}, &std::string::size);
}

bool matches(const NameQuery& query, const model::Source& source) {
  return query.matches_entity(source.entity) || query.matches_name(source.name) ||
         query.matches_name(source.text);
}

bool matches(const NameQuery& query, const model::Target& target) {
  return query.matches_entity(target.entity) || query.matches_name(target.name) ||
         query.matches_name(target.text);
}

bool matches(const NameQuery& query, const model::Hop& hop) {
  return query.matches_entity(hop.entity) || query.matches_name(hop.name);
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  const std::size_t user = host.rfind('@');
  if (user != std::string_view::npos) host.remove_prefix(user + 1);
  return host.substr(0, host.rfind(':'));
}

}  // namespace dixit::storage
