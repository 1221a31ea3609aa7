#pragma once

#include <span>
#include <string_view>

// The configuration that ships with Dixit, inside the binary: it runs without an installed
// directory, and a record's extractor version stands for one exact set of language files.
namespace dixit::config {

// A file of config/ as it was when Dixit was built.
struct EmbeddedFile {
  std::string_view name;  // relative to config/, such as "languages/fr.toml"
  std::string_view text;
};

// config/languages/*.toml, by name.
std::span<const EmbeddedFile> languages();

// config/entities.toml.
EmbeddedFile entities();

}  // namespace dixit::config
