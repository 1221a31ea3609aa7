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

std::vector<std::size_t> Table::natural_widths() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = StyledText().add(columns_[i].title).width();
    for (const auto& row : rows_) width = std::max(width, row[i].width());
    widths.push_back(std::min(width, columns_[i].width_max));
  }
  return widths;
}

// Takes columns of the terminal from the widest columns of the table, down to the next smaller one
// at a time: cells may hold whole paragraphs.
void Table::squeeze(std::vector<std::size_t>& widths, std::size_t excess) const {
  while (excess > 0) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= columns_[i].width_min) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    std::size_t next = columns_[widest].width_min;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i != widest && widths[i] < widths[widest]) next = std::max(next, widths[i]);
    }
    const std::size_t step = std::max<std::size_t>(1, std::min(excess, widths[widest] - next));
    widths[widest] -= step;
    excess -= step;
  }
}

// What the broken lines of a column really take: often less than what the column may.
std::size_t Table::used_width(std::size_t column, std::size_t width) const {
  const Style plain;
  std::size_t used = std::min(width, StyledText().add(columns_[column].title).width());
  for (const auto& row : rows_) {
    for (const auto& line : row[column].lines(plain, width, columns_[column].lines_max)) {
      used = std::max(used, line.width);
    }
  }
  return used;
}

std::vector<std::size_t> Table::widths(std::size_t columns) const {
  const auto natural = natural_widths();
  auto widths = natural;
  const std::size_t gaps = kGap * (widths.size() - 1);
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gaps); };
  if (total() <= columns) return widths;
  squeeze(widths, total() - columns);
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = used_width(i, widths[i]);
  // What that leaves over goes to the column that lacks most.
  if (total() < columns) {
    std::size_t neediest = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) {
      if (natural[i] - widths[i] > natural[neediest] - widths[neediest]) neediest = i;
    }
    const std::size_t lacking = natural[neediest] - widths[neediest];
    widths[neediest] += std::min(columns - total(), lacking);
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

bool Table::fits(std::size_t columns) const {
  std::size_t least = kGap * (columns_.size() - 1);
  const auto natural = natural_widths();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    least += std::min(columns_[i].width_min, natural[i]);
  }
  return least <= columns;
}

// Each cell on lines of its own, behind its title.
std::string Table::print_stacked(const Style& style) const {
  std::size_t indent = 0;
  for (const auto& column : columns_) {
    indent = std::max(indent, StyledText().add(column.title).width() + kGap);
  }
  std::string out;
  for (const auto& row : rows_) {
    if (&row != &rows_.front()) out.push_back('\n');
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      const std::string padding(indent - StyledText().add(columns_[i].title).width(), ' ');
      out += row[i].block(style, toned(style, Tone::Label, columns_[i].title) + padding, indent);
    }
  }
  return out;
}

std::string Table::print(const Style& style) const {
  if (!fits(style.columns)) return print_stacked(style);
  const auto column_widths = widths(style.columns);
  std::vector<StyledText> titles;
  titles.reserve(columns_.size());
  for (const auto& column : columns_) titles.push_back(StyledText().add(Tone::Label, column.title));
  std::string out = print_row(titles, column_widths, style);
  for (const auto& row : rows_) {
    if (gap_ == RowGap::Line && &row != &rows_.front()) out.push_back('\n');
    out += print_row(row, column_widths, style);
  }
  return out;
}

}  // namespace dixit::report
