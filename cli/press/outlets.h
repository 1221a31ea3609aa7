#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dixit::cli {

// One invented news outlet: a folder of cli/press/pages and a loopback address of its own, so that
// to a crawler the outlets are hosts that have nothing to do with one another.
struct Outlet {
  std::string_view key;  // the folder, and what a page's links call it
  std::string_view name;
  std::string_view address;
};

// 127.0.0.1 is left to whatever else runs on this machine.
inline constexpr std::array<Outlet, 6> kOutlets{{
    {"heure", "L'Heure claire", "127.0.0.2"},
    {"fanal", "Le Fanal de Sarvanne", "127.0.0.3"},
    {"ledger", "The Hallowmere Ledger", "127.0.0.4"},
    {"dispatch", "Tarnmouth Dispatch", "127.0.0.5"},
    {"meridiane", "Agence Méridiane", "127.0.0.6"},
    {"rives", "Radio Trois Rives", "127.0.0.7"},
}};

// "http://127.0.0.2:8080"
std::string origin_of(const Outlet& outlet, std::uint16_t port);

}  // namespace dixit::cli
