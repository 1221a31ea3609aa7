#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parser/knowledge/lexicon.h"
#include "parser/text/tokens.h"

namespace dixit::parser {

// An opening and a closing quotation mark that belong together; equal for straight marks.
struct MarkPair {
  char32_t open = 0;
  char32_t close = 0;

  bool operator==(const MarkPair&) const = default;
};

// How a language's sentences are built, as far as the engine must know.
struct Grammar {
  bool nouns_capitalised = false;    // capitals do not tell names from nouns: German
  bool verb_before_subject = false;  // the subject follows its verb in plain statements: Arabic
  bool subject_after_cue = true;     // «…», a déclaré X: inversion after quoted words
  bool free_inversion = false;   // a subject may follow any verb, not only beside words or a comma
  bool subject_dropped = false;  // a verb alone has a speaker: Spanish, Portuguese, Arabic
  bool relayed_by_conditional =
      false;                          // conditional mood of a cue reports without vouching: French
  bool adjective_after_noun = false;  // unknown words after a noun are likelier adjectives: Romance
  bool participle_at_end = false;     // hat … gesagt: auxiliary and participle frame the clause
  bool compounds = false;             // a noun's last part says what it is: Polizeisprecher
  bool dash_dialogue = false;         // a dash at the paragraph's start opens speech
  bool complement_bare = false;       // a reported clause may stand without "that": English
  bool complement_after_comma = false;  // every reported clause has its comma: German
  bool natural_gender = false;          // he and she are persons, it is none: English
  bool no_capitals = false;             // the script has one case: Arabic

  bool operator==(const Grammar&) const = default;
};

// One language's file, read: the words it gives to each tag and how it writes quotations.
class Language {
 public:
  std::string code;  // BCP 47 primary tag
  std::string name;  // in the language itself
  Grammar grammar;
  std::vector<MarkPair> marks;  // in the order of preference
  JoiningRules joining;
  std::vector<std::string> proclitics;  // longest first
  std::vector<std::string> articles;    // written onto their noun, longest first
  Lexicon lexicon;

  // The phrases listed under a tag, folded, as written in the file: for code that compares text
  // rather than tokens. Empty when the file has none.
  [[nodiscard]] std::span<const std::string> words(Tag tag) const;

  // Adds a phrase to both the list and the lexicon.
  void add(std::string_view phrase, const LexiconEntry& entry);

  // Names of the months, folded, January first; each may have several spellings.
  std::array<std::vector<std::string>, 12> months;

 private:
  std::map<Tag, std::vector<std::string>> words_;
};

}  // namespace dixit::parser
