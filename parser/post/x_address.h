#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dixit::parser {

// A post of X by its address, "https://twitter.com/NAME/status/NUMBER".
struct XAddress {
  std::string handle;  // without "@"
  std::string id;      // see unix_of_snowflake()
};

std::optional<XAddress> x_address(std::string_view href);

}  // namespace dixit::parser
