#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dixit::parser {

// The label that <meta charset> or <meta http-equiv="content-type" content> gives near the start of
// a page (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding).
//
// The standard's prescan stops after 1,024 bytes, but its parser heeds a later meta too ("change
// the encoding"); both are served by reading on to a fixed bound.
std::optional<std::string> prescan_meta_charset(std::string_view bytes);

// The encoding pseudo-attribute of an XML declaration at the very start, in ASCII-compatible bytes.
std::optional<std::string> xml_declared_charset(std::string_view bytes);

}  // namespace dixit::parser
