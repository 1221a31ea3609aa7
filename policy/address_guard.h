#pragma once

#include <string_view>

#include "policy/ip_address.h"

// Which network addresses a crawler may dial, so that no page can turn it against the machines
// around it (server-side request forgery).
//
// Source: the IANA special-purpose address registries (RFC 6890 and its updates), and the
// documented addresses of the cloud providers' metadata services. To be asked about the address
// really dialled, after name resolution: a name that resolves to 127.0.0.1 is the usual attack.
namespace dixit::policy {

enum class AddressClass {
  Public,
  Loopback,
  Private,
  LinkLocal,
  Cgnat,
  Metadata,
  Multicast,
  Unspecified,
  Documentation,
  Reserved,
};

// Addresses that carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo, ISATAP) are
// judged by the one inside, since a gateway would deliver there.
AddressClass classify_address(const IpAddress& address);

// What a person who runs the crawl may open. Nothing opens the other classes: a metadata service
// hands out credentials, and a crawler has no business with the rest.
struct AddressRules {
  bool allow_loopback = false;
  bool allow_private = false;
};

bool may_dial(const IpAddress& address, const AddressRules& rules);

// As above for an address in text; text that is no address may not be dialled.
bool may_dial(std::string_view address, const AddressRules& rules);

std::string_view name_of(AddressClass address_class);

}  // namespace dixit::policy
