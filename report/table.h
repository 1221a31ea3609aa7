#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "report/styled_text.h"

namespace dixit::report {

struct Column {
  std::string title;
  std::size_t width_min = 4;     // when the table must be squeezed
  std::size_t width_max = 1000;  // however much room there is
  std::size_t lines_max = 1;     // of a cell; what does not fit is cut with an ellipsis
  bool right_aligned = false;    // for numbers
};

// Whether rows of several lines are parted by an empty one.
enum class RowGap { None, Line };

// A table for people that fits the width it is printed at: columns take what they need, and when
// that is too much the widest give way first. Where not even the least of all columns fits, each
// cell stands on lines of its own.
class Table {
 public:
  explicit Table(std::vector<Column> columns, RowGap gap = RowGap::None)
      : columns_(std::move(columns)), gap_(gap) {}

  // Requires: one cell a column.
  void add_row(std::vector<StyledText> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  // Header and rows, each line with a line end.
  [[nodiscard]] std::string print(const Style& style) const;

 private:
  [[nodiscard]] bool fits(std::size_t columns) const;
  [[nodiscard]] std::string print_stacked(const Style& style) const;
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t columns) const;
  [[nodiscard]] std::vector<std::size_t> natural_widths() const;
  void squeeze(std::vector<std::size_t>& widths, std::size_t excess) const;
  [[nodiscard]] std::size_t used_width(std::size_t column, std::size_t width) const;
  [[nodiscard]] std::string print_row(const std::vector<StyledText>& cells,
                                      const std::vector<std::size_t>& widths,
                                      const Style& style) const;

  std::vector<Column> columns_;
  RowGap gap_;
  std::vector<std::vector<StyledText>> rows_;
};

}  // namespace dixit::report
