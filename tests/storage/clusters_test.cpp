#include "storage/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "model/names.h"
#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

// One threat of the invented "Cercle gris" against the invented press house "Lumen", as five French
// papers have it from different translations.
const std::vector<std::string> kWordings{
    "Votre guerre de papier contre nous vous vaudra une vraie guerre dans vos rues",
    "La guerre de papier que vous menez contre nous provoquera une vraie guerre dans vos rues",
    "Cette guerre de papier que vous nous faites amènera une guerre véritable dans vos rues",
    "Votre guerre de papier contre nous va provoquer une guerre réelle dans vos rues",
    "Vous menez une guerre de papier contre nous : elle vous vaudra une vraie guerre dans vos rues",
};

Said threat(std::string words) {
  return {.words = std::move(words),
          .by = "Le Cercle gris",
          .entity = "cercle_gris",
          .against = "Lumen",
          .against_entity = "lumen"};
}

Story told(const std::string& outlet, Said said, std::int64_t published = kMarch1) {
  return {.url = "https://" + outlet + ".example/1",
          .outlet = outlet,
          .published = published,
          .said = {std::move(said)}};
}

// The archive's clusters, each as its members' outlets and kinds, in a fixed order.
std::string clusters_of(const Archive& archive) {
  std::map<std::string, std::set<std::string>> members;
  for (const QuotationRow& row : all_rows(archive)) {
    const auto cluster = archive.cluster(row.cluster_id);
    if (!cluster) return "no cluster " + row.cluster_id;
    const auto member =
        std::ranges::find(cluster->members, row.id, &model::ClusterMember::quotation_id);
    if (member == cluster->members.end()) return "no member " + row.id;
    members[row.cluster_id].insert(row.outlet + " " + std::string(model::name_of(member->kind)));
  }
  std::set<std::string> lines;
  for (const auto& [id, tellings] : members) {
    std::string line;
    for (const std::string& telling : tellings) line += telling + "; ";
    lines.insert(line + "\n");
  }
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

std::string clusters_of(const std::vector<Story>& stories) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  for (const Story& story : stories) add_story(archive, story);
  return clusters_of(archive);
}

TEST(Clusters, JoinFiveWordingsOfOneThreat) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  for (std::size_t i = 0; i < kWordings.size(); ++i) {
    add_story(archive, told("outlet" + std::to_string(i), threat(kWordings[i]),
                            kMarch1 + static_cast<std::int64_t>(i)));
  }
  const auto rows = all_rows(archive);
  ASSERT_EQ(rows.size(), kWordings.size());
  const auto cluster = archive.cluster(rows[0].cluster_id);
  ASSERT_TRUE(cluster);
  EXPECT_EQ(cluster->members.size(), kWordings.size());
  EXPECT_EQ(cluster->outlets,
            (std::vector<std::string>{"outlet0", "outlet1", "outlet2", "outlet3", "outlet4"}));
  EXPECT_EQ(archive.stats().clusters, 1U);
  for (const QuotationRow& row : rows) EXPECT_EQ(archive.cluster(row.id), cluster);
}

TEST(Clusters, DoNotDependOnTheOrderOfArrival) {
  std::vector<Story> stories;
  for (std::size_t i = 0; i < kWordings.size(); ++i) {
    stories.push_back(told("outlet" + std::to_string(i), threat(kWordings[i])));
  }
  stories.push_back(
      told("other1", {.words = "Le marché aux fleurs rouvrira samedi devant la mairie"}));
  stories.push_back(
      told("other2", {.words = "« Le marché aux fleurs rouvrira samedi, devant la mairie. »"}));
  stories.push_back(
      told("other3", {.words = "Aucun train ne circulera entre les deux gares avant lundi"}));
  const std::string expected = clusters_of(stories);
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same shuffles every time
  for (int round = 0; round < 4; ++round) {
    std::ranges::shuffle(stories, random);
    EXPECT_EQ(clusters_of(stories), expected);
  }
}

TEST(Clusters, JoinTheSameWordsWhateverTheirMarks) {
  EXPECT_EQ(clusters_of({told("a", {.words = "Le pont du canal sera fermé dès vendredi soir"}),
                         told("b", {.words = "LE PONT DU CANAL SERA FERME, DES VENDREDI SOIR !"})}),
            "a canonical; b exact; \n");
}

TEST(Clusters, JoinAPartOfTheSameWords) {
  const std::string whole =
      "Nous n'accepterons aucun compromis sur la digue, et ceux qui l'ouvriront répondront de "
      "chaque maison noyée devant leurs propres enfants";
  EXPECT_EQ(
      clusters_of({told("a", {.words = whole}),
                   told("b", {.words = "ceux qui l'ouvriront répondront de chaque maison noyée"}),
                   told("c", {.words = "Nous n'accepterons aucun compromis sur la digue […] ceux "
                                       "qui l'ouvriront répondront de chaque maison noyée"})}),
      "a canonical; b truncated; c truncated; \n");
}

TEST(Clusters, LeaveWordsApartThatAnotherSpeakerWasTold) {
  const std::string words = "demain vos bateaux brûleront et votre famille avec eux";
  EXPECT_EQ(
      clusters_of({told("a", {.words = words, .by = "Le Cercle gris"}),
                   told("b", {.words = "Je rentrais du marché quand deux hommes masqués se sont "
                                       "approchés, ils m'ont dit : " +
                                       words + ", et depuis ce jour je ne dors plus chez moi",
                              .by = "Maria Oliveira"})}),
      "a canonical; \nb canonical; \n");
}

TEST(Clusters, LeaveShortAndCommonWordsAlone) {
  EXPECT_EQ(clusters_of({told("a", {.words = "Nous allons frapper la ville", .by = "Anna"}),
                         told("b", {.words = "Nous allons frapper le port", .by = "Anna"}),
                         told("c", {.words = "C'est faux", .by = "Bruno"}),
                         told("d", {.words = "C'est faux", .by = "Carla"})}),
            "a canonical; \nb canonical; \nc canonical; \nd canonical; \n");
}

TEST(Clusters, JoinShortWordsOfOneSpeakerWithinDays) {
  EXPECT_EQ(
      clusters_of({told("a", {.words = "C'est faux", .by = "Bruno Vidal"}),
                   told("b", {.words = "C’est faux !", .by = "Vidal"}, kMarch1 + kDaySeconds),
                   told("c", {.words = "C'est faux", .by = "Vidal"}, kMarch1 + 9 * kDaySeconds)}),
      "a canonical; b exact; \nc canonical; \n");
}

TEST(Clusters, KeepTwoTargetsApartThoughTheWordsAreAlike) {
  const auto against = [](const char* words, const char* target) {
    return Said{.words = words, .by = "Le Cercle gris", .against = target};
  };
  EXPECT_EQ(
      clusters_of(
          {told("a", against("Demain nous brûlerons les entrepôts de la compagnie Lumen", "Lumen")),
           told("b",
                against("Demain nous brûlerons les entrepôts de la compagnie Vesper", "Vesper"))}),
      "a canonical; \nb canonical; \n");
}

TEST(Clusters, JoinOneThreatAcrossLanguages) {
  Story english =
      told("courier", threat("Your paper war on us will bring a real war to your streets"));
  english.language = "en";
  Said german_words = threat("Euer Papierkrieg bringt einen echten Krieg in eure Straßen");
  Story german = told("bote", german_words, kMarch1 + 2 * kDaySeconds);
  german.language = "de";
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story(archive, told("gazette", threat(kWordings[0])));
  add_story(archive, english);
  add_story(archive, german);
  EXPECT_EQ(archive.stats().clusters, 1U);
  EXPECT_EQ(archive.cluster(all_rows(archive)[0].id)->members.size(), 3U);
}

TEST(Clusters, KeepThreatsOfOtherDaysOrTargetsApart) {
  Story later =
      told("courier", threat("Your paper war on us will bring a real war to your streets"),
           kMarch1 + 4 * kDaySeconds);
  later.language = "en";
  Said other = threat("Su guerra de papel contra nosotros llevará otra a sus calles");
  other.against_entity = "vesper";
  Story another = told("herald", other);
  another.language = "es";
  EXPECT_EQ(clusters_of({told("gazette", threat(kWordings[0])), later, another}),
            "courier canonical; \ngazette canonical; \nherald canonical; \n");
}

// Two different threats of one day stay two, though a translation could be of either.
TEST(Clusters, DoNotJoinTwoThreatsThroughATranslation) {
  Story english =
      told("courier", threat("Your paper war on us will bring a real war to your streets"));
  english.language = "en";
  const std::string found = clusters_of(
      {told("gazette", threat(kWordings[0])), english,
       told("phare", threat("Le directeur de Lumen mourra avant les premières neiges"))});
  EXPECT_NE(found.find("phare canonical; \n"), std::string::npos);
  EXPECT_EQ(std::ranges::count(found, '\n'), 2);
}

TEST(Clusters, CountAgenciesAsOneOriginBehindManyOutlets) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const auto with_hops = [](const std::string& outlet, std::vector<model::Hop> hops) {
    Story story = told(outlet, threat(kWordings[0]));
    story.said[0].hops = std::move(hops);
    return story;
  };
  const model::Hop monitor{.role = model::HopRole::Monitor, .name = "Veille Ouverte"};
  const model::Hop agency{.role = model::HopRole::Agency, .name = "AFN", .entity = "afn"};
  Story credited = told("phare", threat(kWordings[0]));
  credited.credits = {{"Agence française du Nord", "afn"}};
  add_story(archive, with_hops("gazette", {monitor, agency}));
  add_story(archive, credited);
  add_story(archive, with_hops("courrier", {monitor}));
  const auto cluster = archive.cluster(all_rows(archive)[0].id);
  ASSERT_TRUE(cluster);
  EXPECT_EQ(cluster->outlets.size(), 3U);
  EXPECT_EQ(cluster->independent_origins, (std::vector<std::string>{"Veille Ouverte"}));
  add_story(archive, told("temoin", threat(kWordings[0])));
  EXPECT_EQ(archive.cluster(cluster->id)->independent_origins,
            (std::vector<std::string>{"Veille Ouverte", "temoin"}));
}

TEST(Clusters, ShrinkWhenAMemberIsReadNoMore) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const std::string words = "Le pont du canal sera fermé dès vendredi soir";
  add_story(archive, told("a", {.words = words}));
  add_story(archive, told("b", {.words = words}));
  ASSERT_EQ(archive.stats().clusters, 1U);
  PageCommit again;
  again.document = document_of(told("b", {.words = words}));
  again.document->quotations.clear();
  ASSERT_TRUE(archive.commit(std::span(&again, 1)));
  EXPECT_EQ(clusters_of(archive), "a canonical; \n");
  EXPECT_EQ(archive.stats().clusters, 0U);
}

}  // namespace
}  // namespace dixit::storage
