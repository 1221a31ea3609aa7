#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dixit::report {

// One cell of CSV (RFC 4180), quoted where it must be. A cell that a spreadsheet would run as a
// formula gets an apostrophe in front, and so does what follows a semicolon, tab or line end within
// it, where spreadsheets of other countries begin a cell: its words were written by strangers
// (https://owasp.org/www-community/attacks/CSV_Injection). Control characters become U+FFFD.
std::string csv_cell(std::string_view text);

// A whole line, ended by CRLF.
std::string csv_line(std::span<const std::string> cells);

}  // namespace dixit::report
