#include "parser/url/url_error.h"

namespace dixit::parser {

std::string_view describe(UrlError error) {
  switch (error) {
    case UrlError::NoScheme:
      return "it is relative and there is nothing to resolve it against";
    case UrlError::InvalidHost:
      return "the host is not valid";
    case UrlError::MissingHost:
      return "the host is missing";
    case UrlError::InvalidPort:
      return "the port is not a number up to 65535";
    case UrlError::UnsupportedScheme:
      return "the scheme is not one that can be fetched";
    case UrlError::TooLong:
      return "it is too long";
  }
  return "";
}

}  // namespace dixit::parser
