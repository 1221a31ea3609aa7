#include "crawler/fetcher.h"

namespace dixit::crawler {

std::string_view describe(FetchFailureCode code) {
  switch (code) {
    case FetchFailureCode::AddressRefused:
      return "address refused";
    case FetchFailureCode::NameNotFound:
      return "host name not found";
    case FetchFailureCode::CannotConnect:
      return "cannot connect";
    case FetchFailureCode::Tls:
      return "TLS failure";
    case FetchFailureCode::TimedOut:
      return "timed out";
    case FetchFailureCode::HeadTooLarge:
      return "response head too large";
    case FetchFailureCode::BodyTooLarge:
      return "body too large";
    case FetchFailureCode::UnwantedMedia:
      return "not a text";
    case FetchFailureCode::Truncated:
      return "body cut short";
    case FetchFailureCode::BadResponse:
      return "not a valid HTTP response";
    case FetchFailureCode::Cancelled:
      return "cancelled";
    case FetchFailureCode::Other:
      break;
  }
  return "fetch failed";
}

}  // namespace dixit::crawler
