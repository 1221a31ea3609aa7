#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/html/page_labels.h"
#include "parser/html/site_name.h"

namespace dixit::parser {

class Knowledge;

// Collects the names of authors out of what pages write where a name should stand: labels, several
// names in a row, job titles, addresses and the outlet's own name. Keeps the order; each name once.
class AuthorNames {
 public:
  AuthorNames(const Knowledge& knowledge, const PageLabels& labels, const SiteNames& site)
      : knowledge_(knowledge), labels_(labels), site_(site) {}

  void add(std::string_view text);

  [[nodiscard]] bool empty() const { return names_.empty(); }

  // The names, or where there are none the outlet and the user names that stood in their place.
  [[nodiscard]] const std::vector<std::string>& best() const {
    return names_.empty() ? substitutes_ : names_;
  }

 private:
  [[nodiscard]] std::string_view without_label(std::string_view text) const;
  [[nodiscard]] std::string_view name_segment(std::string_view text) const;
  [[nodiscard]] std::vector<std::string> split(std::string_view text) const;
  [[nodiscard]] bool is_conjunction(std::string_view word) const;
  [[nodiscard]] bool opens_date(std::string_view word) const;
  [[nodiscard]] bool is_description(std::string_view part) const;
  void add_part(std::string_view part, bool is_alone);

  const Knowledge& knowledge_;
  const PageLabels& labels_;
  const SiteNames& site_;
  std::vector<std::string> names_;
  std::vector<std::string> substitutes_;
};

}  // namespace dixit::parser
