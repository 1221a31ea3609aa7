#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace dixit::crawler {

class Resolver;

// Hosts whose names are looked up, or are to be.
//
// A registrable domain has one name looked up at a time, and its other hosts stand in line for it:
// a page may name fifty thousand hosts of one domain, and its name server may be slow, and nobody
// else is to wait for that.
//
// Ownership: the resolver outlives it.
class NameLookups {
 public:
  explicit NameLookups(Resolver& resolver) : resolver_(resolver) {}

  // Asks for the host's name, or has the host stand in line.
  void ask(const std::string& domain, const std::string& name, const std::string& host);

  // The hosts that waited for this name, now that it was looked up.
  std::set<std::string> answered(const std::string& domain, const std::string& name);

  // Takes the next host out of the domain's line, to ask(); nothing while a name is looked up.
  std::optional<std::string> next(const std::string& domain);

  // Names that are looked up at present.
  std::size_t asked() const { return asked_; }

 private:
  struct Lookup {
    std::string name;              // that the resolver was asked for; "" for none
    std::set<std::string> hosts;   // that wait for it
    std::deque<std::string> line;  // hosts of other names
  };

  Resolver& resolver_;
  std::unordered_map<std::string, Lookup> by_domain_;
  std::size_t asked_ = 0;
};

}  // namespace dixit::crawler
