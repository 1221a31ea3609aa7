#include "report/table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace dixit::report {
namespace {

constexpr std::size_t kGap = 2;

void append_padded(std::string& out, const StyledLine& line, std::size_t width,
                   const Column& column, bool is_last) {
  const std::string padding(width - std::min(width, line.width), ' ');
  if (column.right_aligned) out += padding;
  out += line.text;
  if (!column.right_aligned && !is_last) out += padding;
}

}  // namespace

void Table::add_row(std::vector<StyledText> cells) {
  assert(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths(std::size_t columns) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = StyledText().add(columns_[i].title).width();
    for (const auto& row : rows_) width = std::max(width, row[i].width());
    widths.push_back(std::min(width, columns_[i].width_max));
  }
  std::size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  // The widest column that may shrink loses one column of the terminal at a time.
  while (total > columns) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= columns_[i].width_min) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) break;
    // Down to the next smaller at once where it can: cells may hold whole paragraphs.
    const std::size_t excess = total - columns;
    std::size_t next = columns_[widest].width_min;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i != widest && widths[i] < widths[widest]) next = std::max(next, widths[i]);
    }
    const std::size_t step = std::max<std::size_t>(1, std::min(excess, widths[widest] - next));
    widths[widest] -= step;
    total -= step;
  }
  return widths;
}

std::string Table::print_row(const std::vector<StyledText>& cells,
                             const std::vector<std::size_t>& widths, const Style& style) const {
  std::vector<std::vector<StyledLine>> laid_out;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    laid_out.push_back(cells[i].lines(style, widths[i], columns_[i].lines_max));
    height = std::max(height, laid_out.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out.append(kGap, ' ');
      const StyledLine cell = line < laid_out[i].size() ? laid_out[i][line] : StyledLine{};
      append_padded(out, cell, widths[i], columns_[i], i + 1 == cells.size());
    }
    while (out.ends_with(' ')) out.pop_back();
    out.push_back('\n');
  }
  return out;
}

std::string Table::print(const Style& style) const {
  const auto column_widths = widths(style.columns);
  std::vector<StyledText> titles;
  for (const auto& column : columns_) titles.push_back(StyledText().add(Tone::Label, column.title));
  std::string out = print_row(titles, column_widths, style);
  for (const auto& row : rows_) {
    if (gap_ == RowGap::Line && &row != &rows_.front()) out.push_back('\n');
    out += print_row(row, column_widths, style);
  }
  return out;
}

}  // namespace dixit::report
