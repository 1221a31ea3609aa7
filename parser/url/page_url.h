#pragma once

#include <string>
#include <string_view>

#include "model/url.h"

namespace dixit::parser {

// True when two http or https URLs are of one site, which one party answers for: hosts below one
// registrable domain, whatever scheme, port and subdomain; the same host and port where a host has
// none, as addresses and names of private networks have not. A URL of another scheme is of no site.
bool are_of_one_site(const model::Url& a, const model::Url& b);

// The address that the versions of a page have in common: `declared`, by the page found at
// `found_at`, when both are of one site; else `found_at`. A page may declare any address, and what
// another outlet has published must not be taken for a version of it.
std::string page_url(const std::string& found_at, const std::string& declared);

// The same for one of many posts found at an address: one whose own address is of another site is
// told from its neighbours by that address as the fragment.
std::string post_page_url(const std::string& found_at, const std::string& declared);

}  // namespace dixit::parser
