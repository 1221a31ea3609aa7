#include "tests/cli/small_archive.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string_view>

namespace dixit::cli {
namespace {

constexpr std::string_view kPort =
    "<p>A letter reached the harbour office of Port Alden on the night to Tuesday, and the lights "
    "in the building stayed on until the morning.</p>"
    "<p>“We will burn the port and kill everyone in it,” Ivo Lanz wrote in a letter to the harbour "
    "office.</p>"
    "<p>“We are not afraid of letters,” said Mara Quill, the harbour master, on Tuesday "
    "afternoon.</p>"
    "<p>The gates of the port were open on Wednesday as on every other day of the week, and the "
    "ferries left on time.</p>";

constexpr std::string_view kStrike =
    "<p>The dockers of Port Alden have met the harbour office three times this spring and are no "
    "closer to an agreement than before.</p>"
    "<p>“If the harbour office does not pay by Friday, we will block the gates,” Oskar Venn, who "
    "leads the dockers, told The Gull.</p>"
    "<p>Two of the three cranes stood still on Monday evening, and the ships waited in the bay "
    "until the tide had turned.</p>";

constexpr std::string_view kPortInFrench =
    "<p>Une lettre est arrivée dans la nuit de lundi à mardi au port de Port-Alden, où les "
    "lumières "
    "sont restées allumées jusqu'au matin.</p>"
    "<p>«&nbsp;Nous brûlerons le port et nous tuerons tous les marins&nbsp;», aurait écrit Ivo "
    "Lanz "
    "dans une lettre obtenue par Reuters.</p>"
    "<p>«&nbsp;Nous n'avons pas peur des lettres&nbsp;», a déclaré Mara Quill, la capitaine du "
    "port, mardi après-midi.</p>";

struct Outlet {
  std::string_view language;
  std::string_view name;
};

void write_page(const std::filesystem::path& path, const Outlet& outlet, std::string_view title,
                std::string_view published, std::string_view paragraphs) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << fmt::format(
      "<!doctype html><html lang=\"{0}\"><head><meta charset=\"utf-8\"><title>{2}</title>"
      "<meta property=\"og:site_name\" content=\"{1}\">"
      "<meta property=\"og:type\" content=\"article\">"
      "<meta property=\"article:published_time\" content=\"{3}\"></head>"
      "<body><article><h1>{2}</h1>{4}</article></body></html>\n",
      outlet.language, outlet.name, title, published, paragraphs);
}

}  // namespace

SmallArchive::SmallArchive() {
  const Outlet gull{"en", "The Gull"};
  const Outlet heron{"fr", "Le Héron"};
  const auto pages = directory_ / "pages";
  write_page(pages / "gull" / "port.html", gull, "Port threatened in letter",
             "2021-03-02T09:30:00+00:00", kPort);
  write_page(pages / "gull" / "strike.html", gull, "Dockers threaten to stop work",
             "2021-05-10T09:30:00+00:00", kStrike);
  write_page(pages / "heron" / "port.html", heron, "Le port menacé dans une lettre",
             "2021-03-03T08:00:00+01:00", kPortInFrench);
  ingested_ = dixit({"ingest", "--base-url", "http://press.example/", pages.string()});
}

Said SmallArchive::dixit(std::vector<std::string> words, const Terminal& terminal) const {
  words.insert(words.begin() + 1, {"--archive", directory()});
  return cli::dixit(words, "", terminal);
}

std::string SmallArchive::id_of(const std::string& text) const {
  constexpr std::string_view kId = "{\"id\":\"";
  constexpr std::size_t kIdLength = 16;
  const std::string found = dixit({"search", "--text", text, "--format", "jsonl"}).out;
  return found.starts_with(kId) ? found.substr(kId.size(), kIdLength) : "nothing found";
}

const SmallArchive& small_archive() {
  static const SmallArchive kArchive;
  return kArchive;
}

}  // namespace dixit::cli
