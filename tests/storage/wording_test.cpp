#include "storage/wording.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "storage/fold.h"
#include "storage/signature.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

using Words = std::vector<std::string>;

TEST(Fold, MakesSpellingsEqual) {
  EXPECT_EQ(fold("ÉTÉ"), "ete");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(fold("cœur"), "coeur");
  EXPECT_EQ(fold("ＡＦＮ"), "afn");
  EXPECT_EQ(fold("مُحَمَّــد"), fold("محمد"));
  EXPECT_EQ(fold("أحمد"), fold("احمد"));
}

TEST(WordsOf, PartsWordsAtEverythingElse) {
  EXPECT_EQ(words_of("L’EI : « c’est fini » (2024) !"),
            (Words{"l", "ei", "c", "est", "fini", "2024"}));
  EXPECT_EQ(words_of("東京ドーム 2"), (Words{"東", "京", "ト", "ー", "ム", "2"}));
  EXPECT_EQ(words_of("…!"), Words{});
}

TEST(StemOf, KnowsTheLanguageByItsPrimarySubtag) {
  EXPECT_EQ(stem_of("menaces", "fr"), stem_of("menace", "fr-CA"));
  EXPECT_EQ(stem_of("threats", "en"), "threat");
  EXPECT_EQ(stem_of("threats", "xx"), "threats");
  EXPECT_EQ(stem_of("threats", ""), "threats");
}

TEST(WordingOf, WeighsContentWordsByLength) {
  const Wording wording = wording_of("Nous attaquerons la capitale", "fr");
  EXPECT_EQ(wording.words, (Words{"nous", "attaquerons", "la", "capitale"}));
  EXPECT_EQ(wording.weights.at("nous"), 1);
  EXPECT_EQ(wording.weights.at(stem_of("capitale", "fr")), 4);
  EXPECT_FALSE(wording.weights.contains("la"));
  EXPECT_TRUE(has_few_content_words(wording));
}

TEST(Overlap, IsOneForTheSameAndZeroForNothingShared) {
  const Wording a = wording_of("Nous attaquerons la capitale demain", "fr");
  EXPECT_DOUBLE_EQ(overlap(a, a), 1);
  EXPECT_DOUBLE_EQ(overlap(a, wording_of("Il pleut", "fr")), 0);
  EXPECT_DOUBLE_EQ(overlap(wording_of("", "fr"), wording_of("", "fr")), 0);
}

TEST(Containment, ForgivesAnEllipsisInALongPart) {
  const Wording whole =
      wording_of("un deux trois quatre cinq six sept huit neuf dix onze douze", "fr");
  EXPECT_DOUBLE_EQ(containment(wording_of("trois quatre cinq six", "fr"), whole), 1);
  EXPECT_NEAR(
      containment(wording_of("un deux trois quatre cinq (...) huit neuf dix onze douze", "fr"),
                  whole),
      6.0 / 8.0, 1e-9);
  EXPECT_DOUBLE_EQ(containment(wording_of("six cinq quatre trois", "fr"), whole), 0);
  EXPECT_DOUBLE_EQ(containment(wording_of("un deux", "fr"), whole), 0);
}

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(std::ranges::count_if(
      a, [&](const auto& key) { return std::ranges::find(b, key) != b.end(); }));
}

TEST(SignatureOf, MeetsOnARunOfEightWords) {
  const auto signature = [](const char* text) {
    return signature_of(wording_of(text, "fr"), "fr");
  };
  const Signature whole = signature(
      "avant cela personne ne savait que les archives municipales du port seraient définitivement "
      "fermées pendant tout un hiver sans que la mairie donne la moindre explication");
  const Signature part =
      signature("les archives municipales du port seraient définitivement fermées");
  EXPECT_GT(shared(part.shingles, whole.shingles), 0U);
  EXPECT_NE(part.exact, whole.exact);
}

TEST(SignatureOf, MeetsOnHalfTheContent) {
  const Wording a = wording_of(
      "Votre guerre de papier contre nous vous vaudra une vraie guerre dans vos rues", "fr");
  const Wording b = wording_of(
      "Votre guerre de papier contre nous va provoquer une guerre réelle dans vos rues", "fr");
  EXPECT_GE(overlap(a, b), 0.5);
  const Signature first = signature_of(a, "fr");
  const Signature second = signature_of(b, "fr-CA");
  EXPECT_GT(shared(first.bands, second.bands), 0U);
  EXPECT_TRUE(sketches_meet(first.sketch, second.sketch));
  EXPECT_EQ(shared(first.bands, signature_of(b, "en").bands), 0U);
}

TEST(SignatureOf, GivesShortQuotationsTheirExactKeyAlone) {
  const Signature signature = signature_of(wording_of("C'est faux", "fr"), "fr");
  EXPECT_FALSE(signature.exact.empty());
  EXPECT_TRUE(signature.shingles.empty());
  EXPECT_TRUE(signature.bands.empty());
}

}  // namespace
}  // namespace dixit::storage
