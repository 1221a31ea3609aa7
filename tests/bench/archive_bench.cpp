// What a page costs the archive must not grow with what it already holds: neither with how many
// pages have the same words, nor, read anew, faster than with its own quotations.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "storage/archive.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

constexpr std::int64_t kMarch1 = 1'709'251'200;  // 2024-03-01T00:00:00Z

// As many pages as the crawler commits together.
constexpr std::size_t kPagesTogether = 100;

Archive open_archive(const support::TempDir& directory) {
  auto archive = Archive::open(directory / "archive", {});
  if (!archive) std::abort();
  return *std::move(archive);
}

void commit(Archive& archive, std::span<const PageCommit> pages) {
  if (!archive.commit(pages)) std::abort();
}

// Bytes that this process has written to whatever file (Linux, proc_pid_io(5)).
double bytes_written() {
  std::ifstream file("/proc/self/io");
  std::string name;
  double bytes = 0;
  while (file >> name >> bytes) {
    if (name == "wchar:") return bytes;
  }
  return 0;
}

model::Document page_of(std::size_t number, std::int64_t published) {
  model::Document document;
  document.url = fmt::format("https://outlet{}.example/1", number);
  document.page_url = document.url;
  document.canonical_url = document.url;
  document.outlet = fmt::format("Outlet {}", number);
  document.language = "en";
  document.id = fmt::format("{:032x}", number + 1);
  document.published_at = model::PublishedAt{.value = "2024-03-01", .unix_seconds = published};
  return document;
}

// ASCII `words`, so that bytes are code points.
void quote(model::Document& document, const std::string& words) {
  model::Quotation quotation;
  quotation.span = {document.text.size(), document.text.size() + words.size()};
  quotation.text = words;
  quotation.language = document.language;
  document.text += words + "\n";
  document.quotations.push_back(std::move(quotation));
}

enum class Order { OldestFirst, NewestFirst };

// One sentence, each time by another outlet.
void one_sentence(benchmark::State& state, Order order) {
  const auto count = static_cast<std::size_t>(state.range(0));
  double written = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const support::TempDir directory;
    Archive archive = open_archive(directory);
    written = -bytes_written();
    state.ResumeTiming();
    std::vector<PageCommit> pages;
    for (std::size_t i = 0; i < count; ++i) {
      const auto minute = static_cast<std::int64_t>(60 * i);
      PageCommit page;
      page.document = page_of(i, order == Order::OldestFirst ? kMarch1 + minute : kMarch1 - minute);
      quote(*page.document, "The old bridge over the canal will be closed from Friday evening");
      pages.push_back(std::move(page));
      if (pages.size() < kPagesTogether && i + 1 < count) continue;
      commit(archive, pages);
      pages.clear();
    }
    state.PauseTiming();
    written += bytes_written();
    state.ResumeTiming();
  }
  state.counters["written_per_page"] = written / static_cast<double>(count);
  state.SetComplexityN(state.range(0));
}

enum class Words { Same, Different };

model::Document page_with(std::size_t count, Words words) {
  model::Document document = page_of(0, kMarch1);
  for (std::size_t i = 0; i < count; ++i) {
    quote(document, words == Words::Same ? "we go" : fmt::format("we go {}", i));
  }
  return document;
}

// A page whose quotations are all gone when it is read again; an older version still has them.
void read_again(benchmark::State& state, Words words) {
  const auto count = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    state.PauseTiming();
    const support::TempDir directory;
    Archive archive = open_archive(directory);
    PageCommit older;
    older.document = page_with(count, words);
    PageCommit newer = older;
    newer.document->text += "Corrected.";
    newer.document->id = fmt::format("{:032x}", 2);
    commit(archive, std::span(&older, 1));
    commit(archive, std::span(&newer, 1));
    newer.document->quotations.clear();
    state.ResumeTiming();
    commit(archive, std::span(&newer, 1));
  }
  state.SetComplexityN(state.range(0));
}

BENCHMARK_CAPTURE(one_sentence, oldest_first, Order::OldestFirst)
    ->RangeMultiplier(2)
    ->Range(1000, 4000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK_CAPTURE(one_sentence, newest_first, Order::NewestFirst)
    ->RangeMultiplier(2)
    ->Range(1000, 4000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK_CAPTURE(read_again, same_words, Words::Same)
    ->RangeMultiplier(2)
    ->Range(1000, 4000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

BENCHMARK_CAPTURE(read_again, other_words, Words::Different)
    ->RangeMultiplier(2)
    ->Range(1000, 4000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
}  // namespace dixit::storage
