#include "parser/knowledge/language_file.h"

#include <gtest/gtest.h>

#include <string>

#include "parser/knowledge/entities_file.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

constexpr std::string_view kHead = "code = \"xx\"\nmarks = [[\"«\", \"»\"]]\n";

tl::expected<Language, KnowledgeError> read(const std::string& rest) {
  const std::string text = std::string(kHead) + rest;
  return read_language_file({"languages/xx.toml", text});
}

// "line: message" of the refusal; "" when the file was read.
std::string refusal(const std::string& rest) {
  const auto language = read(rest);
  if (language) return "";
  return std::to_string(language.error().line) + ": " + language.error().message;
}

bool has(const Language& language, std::string_view word, Tag tag, Mood mood) {
  const WordId id = language.lexicon.word(word);
  if (id == kUnknownWord) return false;
  for (const LexiconEntry& entry : language.lexicon.entries(language.lexicon.step(0, id))) {
    if (entry.tag == tag && entry.features.mood == mood) return true;
  }
  return false;
}

TEST(LanguageFile, ReadsMarksGrammarAndWords) {
  const auto language = read(
      "[grammar]\nsubject_dropped = true\n"
      "[words]\nelision = [\"l'\"]\npronoun = { \"3.m.s\" = [\"Il\"] }\n");
  ASSERT_TRUE(language) << language.error().message;
  EXPECT_EQ(language->marks, (std::vector<MarkPair>{{.open = U'«', .close = U'»'}}));
  EXPECT_TRUE(language->grammar.subject_dropped);
  EXPECT_EQ(language->joining.elisions, std::vector<std::string>{"l'"});
  ASSERT_EQ(language->words(Tag::Pronoun).size(), 1U);
  EXPECT_EQ(language->words(Tag::Pronoun)[0], "il");
}

TEST(LanguageFile, InflectsStemsByTheirParadigm) {
  const auto language = read(
      "[paradigms.er]\n\"infinitive\" = [\"er\"]\n\"conditional.3.s\" = [\"erait\"]\n"
      "[verbs.say]\ner = [\"zorb\"]\nforms = { \"participle\" = [\"zit\"] }\n");
  ASSERT_TRUE(language) << language.error().message;
  EXPECT_TRUE(has(*language, "zorber", Tag::Say, Mood::Infinitive));
  EXPECT_TRUE(has(*language, "zorberait", Tag::Say, Mood::Conditional));
  EXPECT_TRUE(has(*language, "zit", Tag::Say, Mood::Participle));
  EXPECT_FALSE(has(*language, "zorb", Tag::Say, Mood::Infinitive));
}

TEST(LanguageFile, NamesTheFirstBadLine) {
  EXPECT_EQ(refusal("[words]\nsay_it = []\n"), "4: unknown tag \"say_it\"");
  EXPECT_EQ(refusal("[words]\nsay = [\"x\"]\n"),
            "4: say is a class of verbs: write it under [verbs]");
  EXPECT_EQ(refusal("[words]\npronoun = { \"3.x\" = [\"il\"] }\n"),
            "4: unknown grammatical features \"3.x\"");
  EXPECT_EQ(refusal("[verbs.say]\nir = [\"x\"]\n"), "4: unknown paradigm \"ir\"");
  EXPECT_EQ(refusal("[grammar]\nupside_down = true\n"), "4: unknown switch \"upside_down\"");
  EXPECT_EQ(refusal("colour = 3\n"), "3: unknown part \"colour\"");
  EXPECT_EQ(refusal("months = [[\"a\"]]\n"), "3: months is a list of twelve lists");
}

TEST(LanguageFile, WantsACodeAndMarks) {
  EXPECT_FALSE(read_language_file({"a.toml", "marks = [[\"«\", \"»\"]]\n"}));
  EXPECT_FALSE(read_language_file({"a.toml", "code = \"xx\"\n"}));
}

TEST(LanguageFile, ShippedFilesAreReadAndFilled) {
  const Knowledge& knowledge = support::built_in_knowledge();
  ASSERT_GE(knowledge.languages().size(), 6U);
  for (const Language& language : knowledge.languages()) {
    EXPECT_FALSE(language.name.empty()) << language.code;
    EXPECT_FALSE(language.words(Tag::HarmNoun).empty()) << language.code;
    for (const auto& month : language.months) EXPECT_FALSE(month.empty()) << language.code;
  }
  EXPECT_EQ(knowledge.language("fr-CA"), knowledge.language("fr"));
  EXPECT_EQ(knowledge.language("zz"), nullptr);
}

TEST(Knowledge, RefusesTwoFilesForOneLanguage) {
  const NamedText file{"one.toml", kHead};
  const NamedText again{"two.toml", kHead};
  const auto made = Knowledge::create(std::vector<NamedText>{file, again}, {"entities.toml", ""});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().file, "two.toml");
}

TEST(EntitiesFile, FindsNamesInAnySpelling) {
  const auto entities = read_entities_file(
      {"entities.toml",
       "[[entity]]\nid = \"ridge-guard\"\nname = \"Ridge Guard\"\nkind = \"armed_group\"\n"
       "aliases = [\"Garde de la Crête\"]\nambiguous = [\"RG\"]\n"});
  ASSERT_TRUE(entities) << entities.error().message;
  ASSERT_EQ(entities->named("GARDE DE LA CRETE").size(), 1U);
  EXPECT_FALSE(entities->named("garde de la crête")[0].ambiguous);
  ASSERT_EQ(entities->named("RG").size(), 1U);
  EXPECT_TRUE(entities->named("RG")[0].ambiguous);
  EXPECT_TRUE(entities->named("Guard").empty());
  EXPECT_EQ(entities->find("ridge-guard")->kind, EntityKind::ArmedGroup);
}

TEST(EntitiesFile, NamesTheBadLine) {
  const auto line_of = [](std::string_view text) {
    const auto entities = read_entities_file({"entities.toml", text});
    return entities ? 0U : entities.error().line;
  };
  EXPECT_EQ(line_of("[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"ghost\"\n"), 4U);
  EXPECT_EQ(line_of("[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"state\"\nsize = \"1\"\n"), 5U);
  EXPECT_EQ(line_of("[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"state\"\n"
                    "[[entity]]\nid = \"a\"\nname = \"B\"\nkind = \"state\"\n"),
            5U);
}

}  // namespace
}  // namespace dixit::parser
