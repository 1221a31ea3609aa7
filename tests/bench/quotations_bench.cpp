// The cost of reading quotations must grow with the text and no faster, whatever the text is: a
// page of five megabytes made to be slow may take no longer than a page of five megabytes of news.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "parser/quote/analysis.h"
#include "parser/quote/quotations.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

void read_quotations(benchmark::State& state, std::string_view language, std::string_view unit) {
  const Knowledge& knowledge = support::built_in_knowledge();
  const std::string text = repeated(unit, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const Analysis analysis(text, *knowledge.language(language), knowledge.entities());
    benchmark::DoNotOptimize(find_quotations(analysis, {}));
  }
  state.SetComplexityN(state.range(0));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}

constexpr std::int64_t kSmallest = 320 << 10;
constexpr std::int64_t kLargest = 5 << 20;

#define DIXIT_BENCH_TEXT(name, language, unit)             \
  BENCHMARK_CAPTURE(read_quotations, name, language, unit) \
      ->RangeMultiplier(4)                                 \
      ->Range(kSmallest, kLargest)                         \
      ->Unit(benchmark::kMillisecond)                      \
      ->Complexity(benchmark::oN)

DIXIT_BENCH_TEXT(news, "en",
                 "“We will shut the mill,” said Ada Roth, the mayor of Port Sorel, on Monday. The "
                 "council had warned that it “cannot go on”, according to its clerk.\n\n");
DIXIT_BENCH_TEXT(news_in_german, "de",
                 "„Wir schließen die Mühle“, sagte Ada Roth, die Bürgermeisterin von Sorel, am "
                 "Montag. Der Rat habe gewarnt, es gehe „so nicht weiter“.\n\n");
DIXIT_BENCH_TEXT(straight_marks, "en", "\"");
DIXIT_BENCH_TEXT(opening_marks, "fr", "« ");
DIXIT_BENCH_TEXT(pairs_of_marks, "de", "„a“ ");
DIXIT_BENCH_TEXT(one_sentence, "en", "and Ada Roth said that “it would” be so ");
DIXIT_BENCH_TEXT(verbs_only, "en", "said ");
DIXIT_BENCH_TEXT(gerunds_only, "en", "saying ");
DIXIT_BENCH_TEXT(names_only, "en", "Ada Roth ");
DIXIT_BENCH_TEXT(genitives, "en", "the head of ");
DIXIT_BENCH_TEXT(no_spaces, "en", "a");
DIXIT_BENCH_TEXT(compound, "de", "polizeisprecher");
DIXIT_BENCH_TEXT(lines_of_marks, "fr", "«\na\n");
DIXIT_BENCH_TEXT(dashes, "fr", "– Oui, dit-il ?\n");
DIXIT_BENCH_TEXT(full_stops, "en", ".");

}  // namespace
}  // namespace dixit::parser
