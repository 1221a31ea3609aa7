#include "storage/relays.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

using Chains = std::set<std::vector<Relay>>;
using Names = std::vector<std::string>;

TEST(RelaysOf, KeepsThoseWhoPassWordsOn) {
  model::Document document;
  document.outlet = "La Gazette";
  document.credit.agencies = {{"AFN", "afn"}};
  model::Quotation quotation;
  quotation.hops = {{.role = model::HopRole::Speaker, .name = "le Cercle"},
                    {.role = model::HopRole::Channel, .name = "un message"},
                    {.role = model::HopRole::Monitor, .name = "Veille Ouverte", .entity = "veille"},
                    {.role = model::HopRole::Outlet, .name = "La Gazette"}};
  EXPECT_EQ(relays_of(document, quotation),
            (std::vector<Relay>{{"Veille Ouverte", "veille"}, {"AFN", "afn"}, {"La Gazette", ""}}));
  quotation.hops.push_back({.role = model::HopRole::Agency, .name = "Reporta"});
  EXPECT_EQ(
      relays_of(document, quotation),
      (std::vector<Relay>{{"Veille Ouverte", "veille"}, {"Reporta", ""}, {"La Gazette", ""}}));
}

TEST(IndependentOrigins, AreTheEndsOfAllChainsTogether) {
  EXPECT_EQ(independent_origins(Chains{{{"A", ""}}, {{"B", ""}}}), (Names{"A", "B"}));
  EXPECT_EQ(independent_origins(Chains{{{"AFN", "afn"}, {"A", ""}}, {{"AFN", "afn"}, {"B", ""}}}),
            (Names{"AFN"}));
  EXPECT_EQ(independent_origins(
                Chains{{{"Veille", ""}, {"AFN", "afn"}, {"A", ""}}, {{"AFN", "afn"}, {"B", ""}}}),
            (Names{"Veille"}));
}

TEST(IndependentOrigins, KnowARelayByEntityOrFoldedName) {
  EXPECT_EQ(independent_origins(Chains{{{"Agence du Nord", "afn"}, {"A", ""}},
                                       {{"AFN", "afn"}, {"B", ""}},
                                       {{"agence du NORD", ""}, {"C", ""}}}),
            (Names{"AFN"}));
}

TEST(IndependentOrigins, CountThoseOnceWhoCiteEachOther) {
  const std::vector<Relay> a_from_b{{"B", ""}, {"A", ""}};
  const std::vector<Relay> b_from_a{{"A", ""}, {"B", ""}};
  const std::vector<Relay> d_from_e{{"E", ""}, {"D", ""}};
  const std::vector<Relay> e_from_d{{"D", ""}, {"E", ""}};
  EXPECT_EQ(independent_origins(Chains{a_from_b, b_from_a, {{"C", ""}}}), (Names{"A", "C"}));
  EXPECT_EQ(independent_origins(Chains{a_from_b, b_from_a, d_from_e, e_from_d}), (Names{"A", "D"}));
  // One circle that had the words from the other.
  EXPECT_EQ(
      independent_origins(Chains{a_from_b, b_from_a, d_from_e, e_from_d, {{"E", ""}, {"A", ""}}}),
      (Names{"D"}));
  EXPECT_EQ(independent_origins(Chains{a_from_b, b_from_a, {{"Veille", ""}, {"B", ""}}}),
            (Names{"Veille"}));
  EXPECT_EQ(independent_origins(Chains{a_from_b, b_from_a, {{"B", ""}, {"X", ""}, {"Y", ""}}}),
            (Names{"A"}));
}

TEST(IndependentOrigins, FollowLongChainsToTheirBeginning) {
  EXPECT_EQ(independent_origins(Chains{{{"C", ""}, {"D", ""}},
                                       {{"B", ""}, {"C", ""}},
                                       {{"A", ""}, {"B", ""}},
                                       {{"Z", ""}, {"D", ""}}}),
            (Names{"A", "Z"}));
  Chains circle;
  constexpr int kRelays = 20'000;
  for (int i = 0; i < kRelays; ++i) {
    circle.insert({{std::to_string(i), ""}, {std::to_string((i + 1) % kRelays), ""}});
  }
  EXPECT_EQ(independent_origins(circle), (Names{"0"}));
}

TEST(IndependentOrigins, HaveNothingFromThemselves) {
  EXPECT_EQ(independent_origins(Chains{{{"A", ""}, {"a", ""}}, {{"B", ""}}}), (Names{"A", "B"}));
}

TEST(IndependentOrigins, AreNeverNobody) {
  EXPECT_EQ(independent_origins(Chains{{{"A", ""}, {"B", ""}}, {{"B", ""}, {"A", ""}}}),
            (Names{"A"}));
  EXPECT_EQ(independent_origins({}), Names{});
}

}  // namespace
}  // namespace dixit::storage
