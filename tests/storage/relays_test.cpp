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

TEST(IndependentOrigins, AreNeverNobody) {
  EXPECT_EQ(independent_origins(Chains{{{"A", ""}, {"B", ""}}, {{"B", ""}, {"A", ""}}}),
            (Names{"A"}));
  EXPECT_EQ(independent_origins({}), Names{});
}

}  // namespace
}  // namespace dixit::storage
