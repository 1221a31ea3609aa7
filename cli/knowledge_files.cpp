#include "cli/knowledge_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include "cli/exit_codes.h"
#include "cli/files.h"
#include "config/embedded.h"

namespace dixit::cli {
namespace {

// A language file of this size is no language file; ours have some tens of kilobytes.
constexpr std::size_t kConfigBytesMax = 4u << 20;

struct ConfigFiles {
  std::map<std::string, std::string> languages;  // text by name
  std::string entities;
  std::string entities_name;
};

ConfigFiles built_in_files() {
  ConfigFiles files;
  for (const auto& file : config::languages()) {
    files.languages.emplace(file.name, file.text);
  }
  files.entities = config::entities().text;
  files.entities_name = config::entities().name;
  return files;
}

// Lays the files below `directory` over the built-in ones.
tl::expected<void, std::string> lay_over(const std::string& directory, ConfigFiles& files) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    return tl::unexpected(fmt::format("{}: no such configuration directory", directory));
  }
  const fs::path entities = fs::path(directory) / "entities.toml";
  bool found = false;
  if (fs::exists(entities, error)) {
    found = true;
    auto text = read_file(entities.string(), kConfigBytesMax);
    if (!text) return tl::unexpected(text.error());
    files.entities = std::move(*text);
    files.entities_name = entities.string();
  }
  for (const auto& entry : fs::directory_iterator(fs::path(directory) / "languages", error)) {
    if (entry.path().extension() != ".toml") continue;
    found = true;
    auto text = read_file(entry.path().string(), kConfigBytesMax);
    if (!text) return tl::unexpected(text.error());
    files.languages["languages/" + entry.path().filename().string()] = std::move(*text);
  }
  if (!found) {
    return tl::unexpected(
        fmt::format("{}: holds neither entities.toml nor languages/*.toml", directory));
  }
  return {};
}

}  // namespace

tl::expected<parser::Knowledge, std::string> load_knowledge(const std::string& directory,
                                                            std::string_view more_entities) {
  ConfigFiles files = built_in_files();
  if (!directory.empty()) {
    if (auto laid = lay_over(directory, files); !laid) return tl::unexpected(laid.error());
  }
  // Entities are an array of tables: one file continues where the other ends.
  if (!more_entities.empty()) files.entities.append("\n").append(more_entities);
  std::vector<parser::NamedText> languages;
  languages.reserve(files.languages.size());
  for (const auto& [name, text] : files.languages) languages.push_back({name, text});
  auto knowledge =
      parser::Knowledge::create(languages, parser::NamedText{files.entities_name, files.entities});
  if (!knowledge) {
    const auto& error = knowledge.error();
    return tl::unexpected(fmt::format("{}:{}: {}", error.file, error.line, error.message));
  }
  return std::move(*knowledge);
}

Option config_option() {
  return {0, "config", "DIR", "read languages/*.toml and entities.toml there before the built-in"};
}

tl::expected<parser::Knowledge, int> knowledge_for(const Arguments& arguments, Session& session,
                                                   std::string_view more_entities) {
  std::string directory = arguments.get("config");
  if (directory.empty()) directory = session.environment("DIXIT_CONFIG");
  auto knowledge = load_knowledge(directory, more_entities);
  if (knowledge) return std::move(*knowledge);
  print_error(
      session, knowledge.error(),
      directory.empty() ? "" : "without --config and DIXIT_CONFIG the built-in files serve");
  return tl::unexpected(kFailure);
}

}  // namespace dixit::cli
