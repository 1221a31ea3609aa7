#pragma once

#include <string_view>

namespace dixit::parser {

// Why a text is no URL, or none that the crawl can use.
enum class UrlError {
  NoScheme,  // relative, and there is no base to resolve it against
  InvalidHost,
  MissingHost,
  InvalidPort,
  UnsupportedScheme,  // no host and path to normalise, such as "mailto:"
  TooLong,
};

// A sentence part for a person, such as "the host is missing".
std::string_view describe(UrlError error);

}  // namespace dixit::parser
