#include "parser/knowledge/language_file.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "parser/knowledge/toml_walk.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

struct Ending {
  std::string text;
  Features features;
};
using Paradigms = std::map<std::string, std::vector<Ending>, std::less<>>;

Features features_of(const toml::key& key, const toml::node& node) {
  const std::optional<Features> features = parse_features(key.str());
  if (!features) fail_at(node, "unknown grammatical features \"" + std::string(key.str()) + "\"");
  return *features;
}

Tag tag_of(const toml::key& key, const toml::node& node, bool verb_class) {
  const std::optional<Tag> tag = tag_from_name(key.str());
  if (!tag) fail_at(node, "unknown tag \"" + std::string(key.str()) + "\"");
  if (is_verb_class(*tag) && !verb_class) {
    fail_at(node, std::string(key.str()) + " is a class of verbs: write it under [verbs]");
  }
  return *tag;
}

// One mark, given as a string of one code point.
char32_t mark_of(const toml::node& node) {
  const std::u32string points = to_utf32(string_of(node));
  if (points.size() != 1) fail_at(node, "a quotation mark is one character");
  return points.front();
}

void read_marks(const toml::node& node, Language& language) {
  const toml::array* pairs = node.as_array();
  if (pairs == nullptr) fail_at(node, "marks is a list of pairs");
  for (const toml::node& element : *pairs) {
    const toml::array* pair = element.as_array();
    if (pair == nullptr || pair->size() != 2) fail_at(element, "a pair of marks is wanted here");
    language.marks.push_back({.open = mark_of(*pair->get(0)), .close = mark_of(*pair->get(1))});
  }
}

void read_months(const toml::node& node, Language& language) {
  const toml::array* months = node.as_array();
  if (months == nullptr || months->size() != 12) fail_at(node, "months is a list of twelve lists");
  for (std::size_t i = 0; i < 12; ++i) {
    for_each_string(*months->get(i), [&language, i](const std::string& name, const toml::node&) {
      language.months[i].push_back(fold_word(name));
      language.add(name, {.tag = Tag::Month});
    });
  }
}

void read_grammar(const toml::node& node, Grammar& grammar) {
  const std::map<std::string_view, bool*> switches = {
      {"nouns_capitalised", &grammar.nouns_capitalised},
      {"verb_before_subject", &grammar.verb_before_subject},
      {"subject_after_cue", &grammar.subject_after_cue},
      {"free_inversion", &grammar.free_inversion},
      {"subject_dropped", &grammar.subject_dropped},
      {"relayed_by_conditional", &grammar.relayed_by_conditional},
      {"adjective_after_noun", &grammar.adjective_after_noun},
      {"participle_at_end", &grammar.participle_at_end},
      {"compounds", &grammar.compounds},
      {"complement_bare", &grammar.complement_bare},
      {"complement_after_comma", &grammar.complement_after_comma},
      {"dash_dialogue", &grammar.dash_dialogue},
      {"natural_gender", &grammar.natural_gender},
      {"no_capitals", &grammar.no_capitals},
  };
  for (const auto& [key, value] : table_of(node)) {
    const auto found = switches.find(key.str());
    if (found == switches.end())
      fail_at(value, "unknown switch \"" + std::string(key.str()) + "\"");
    const auto* flag = value.as_boolean();
    if (flag == nullptr) fail_at(value, "a switch is true or false");
    *found->second = flag->get();
  }
}

template <typename Each>
void for_each_phrase(const toml::node& node, Each each) {
  for_each_string(node, [&each](const std::string& phrase, const toml::node& element) {
    if (phrase.find_first_not_of(' ') == std::string::npos) fail_at(element, "an empty phrase");
    each(phrase);
  });
}

// A list of phrases, or a table of such lists by features.
template <typename Add>
void read_forms(const toml::node& node, Add add) {
  if (node.is_array()) {
    for_each_phrase(node, [&add](const std::string& phrase) { add(phrase, Features{}); });
    return;
  }
  for (const auto& [key, forms] : table_of(node)) {
    const Features features = features_of(key, forms);
    for_each_phrase(forms, [&add, &features](const std::string& phrase) { add(phrase, features); });
  }
}

// The same for endings, which may be empty: the stem alone is a form.
template <typename Add>
void read_endings(const toml::node& node, Add add) {
  for (const auto& [key, endings] : table_of(node)) {
    const Features features = features_of(key, endings);
    for_each_string(endings, [&add, &features](const std::string& ending, const toml::node&) {
      add(ending, features);
    });
  }
}

// Joining rules come first, since every other phrase is cut by them.
void read_joining(const toml::table& words, Language& language) {
  const auto fill = [&words](std::string_view tag, std::vector<std::string>& list) {
    const toml::node* node = words.get(tag);
    if (node == nullptr) return;
    read_forms(*node, [&list](const std::string& phrase, const Features&) {
      list.push_back(fold_word(phrase));
    });
    std::sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
  };
  fill(name_of(Tag::Elision), language.joining.elisions);
  fill(name_of(Tag::Enclitic), language.joining.enclitics);
  fill(name_of(Tag::Proclitic), language.proclitics);
  fill(name_of(Tag::PrefixedArticle), language.articles);
}

void read_words(const toml::table& words, Language& language) {
  for (const auto& [key, node] : words) {
    const Tag tag = tag_of(key, node, false);
    if (tag == Tag::Month) fail_at(node, "months stand in the list months");
    read_forms(node, [&language, tag](const std::string& phrase, const Features& features) {
      language.add(phrase, {.tag = tag, .features = features});
    });
  }
}

Paradigms read_paradigms(const toml::node& node) {
  Paradigms paradigms;
  for (const auto& [name, table] : table_of(node)) {
    std::vector<Ending>& endings = paradigms[std::string(name.str())];
    read_endings(table, [&endings](const std::string& ending, const Features& features) {
      endings.push_back({.text = ending, .features = features});
    });
  }
  return paradigms;
}

// A stem takes its ending at its own end, or at "_": "call_ on" gives "called on". An ending with
// "_" goes around the stem: "ge_t".
std::string inflect(const std::string& stem, const std::string& ending) {
  const std::size_t place = stem.find('_');
  const std::string rest = place == std::string::npos ? "" : stem.substr(place + 1);
  const std::string root = stem.substr(0, place);
  const std::size_t around = ending.find('_');
  if (around == std::string::npos) return root + ending + rest;
  return ending.substr(0, around) + root + ending.substr(around + 1) + rest;
}

void read_verb_class(Tag tag, const toml::table& table, const Paradigms& paradigms,
                     Language& language) {
  for (const auto& [key, node] : table) {
    if (key.str() == "forms") {
      read_forms(node, [&language, tag](const std::string& form, const Features& features) {
        language.add(form, {.tag = tag, .features = features});
      });
      continue;
    }
    const auto paradigm = paradigms.find(key.str());
    if (paradigm == paradigms.end()) {
      fail_at(node, "unknown paradigm \"" + std::string(key.str()) + "\"");
    }
    for_each_string(node, [&](const std::string& stem, const toml::node&) {
      for (const Ending& ending : paradigm->second) {
        language.add(inflect(stem, ending.text), {.tag = tag, .features = ending.features});
      }
    });
  }
}

void read_verbs(const toml::node& node, const Paradigms& paradigms, Language& language) {
  for (const auto& [key, value] : table_of(node)) {
    const Tag tag = tag_of(key, value, true);
    read_verb_class(tag, table_of(value), paradigms, language);
  }
}

Language read_language(const toml::table& root) {
  Language language;
  const toml::node* words = root.get("words");
  if (words != nullptr) read_joining(table_of(*words), language);
  const toml::node* paradigms_node = root.get("paradigms");
  const Paradigms paradigms =
      paradigms_node == nullptr ? Paradigms{} : read_paradigms(*paradigms_node);
  for (const auto& [key, node] : root) {
    const std::string_view name = key.str();
    if (name == "code") {
      language.code = string_of(node);
    } else if (name == "name") {
      language.name = string_of(node);
    } else if (name == "marks") {
      read_marks(node, language);
    } else if (name == "months") {
      read_months(node, language);
    } else if (name == "grammar") {
      read_grammar(node, language.grammar);
    } else if (name == "words") {
      read_words(table_of(node), language);
    } else if (name == "verbs") {
      read_verbs(node, paradigms, language);
    } else if (name != "paradigms") {
      fail_at(node, "unknown part \"" + std::string(name) + "\"");
    }
  }
  if (language.code.empty()) fail_at(root, "the file gives no code");
  if (language.marks.empty()) fail_at(root, "the file gives no quotation marks");
  return language;
}

}  // namespace

tl::expected<Language, KnowledgeError> read_language_file(const NamedText& file) {
  return read_toml<Language>(file, read_language);
}

}  // namespace dixit::parser
