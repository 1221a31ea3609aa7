#include "storage/text_query.h"

#include <set>

#include "storage/fold.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

// More than anybody types, less than anybody could slow a server down with.
constexpr std::size_t kBytesMax = 1000;
constexpr std::size_t kTermsMax = 32;

tl::unexpected<StorageError> bad(std::string_view text, std::string_view why) {
  return tl::unexpected(StorageError{StorageErrorCode::BadQuery,
                                     "\"" + std::string(text) + "\": " + std::string(why)});
}

struct Term {
  std::vector<std::string> words;  // folded; several make a phrase
  bool phrase = false;             // as it stands, not by its stem
  bool prefix = false;
  bool excluded = false;
  bool or_next = false;  // OR stands between this term and the next
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// What stands at the front of `text` up to a space, or up to the mark that closes a phrase.
struct Piece {
  std::string_view text;
  bool quoted = false;
  bool closed = true;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Piece take_piece(std::string_view& text) {
  Piece piece;
  if (text.starts_with('"')) {
    const std::size_t end = text.find('"', 1);
    piece.quoted = true;
    piece.closed = end != std::string_view::npos;
    piece.text = text.substr(1, piece.closed ? end - 1 : end);
    text.remove_prefix(piece.closed ? end + 1 : text.size());
    return piece;
  }
  std::size_t end = 0;
  while (end < text.size() && !is_space(text[end]) && text[end] != '"') ++end;
  piece.text = text.substr(0, end);
  text.remove_prefix(end);
  return piece;
}

tl::expected<std::vector<Term>, StorageError> read_terms(std::string_view whole) {
  std::vector<Term> terms;
  bool or_pending = false;
  for (std::string_view text = whole; !text.empty();) {
    if (is_space(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    Term term;
    term.excluded = text.starts_with('-');
    if (term.excluded) text.remove_prefix(1);
    const Piece piece = take_piece(text);
    if (!piece.closed) return bad(whole, "a quotation mark is not closed");
    if (!piece.quoted && !term.excluded && piece.text == "OR") {
      if (terms.empty() || or_pending) return bad(whole, "OR stands between two words");
      or_pending = true;
      continue;
    }
    term.words = words_of(piece.text);
    if (term.words.empty()) continue;  // a dash or another mark by itself
    term.phrase = piece.quoted || term.words.size() > 1;
    term.prefix = !piece.quoted && piece.text.ends_with('*');
    if (or_pending && (term.excluded || terms.back().excluded)) {
      return bad(whole, "OR cannot stand beside what is excluded");
    }
    if (or_pending) terms.back().or_next = true;
    or_pending = false;
    terms.push_back(std::move(term));
    if (terms.size() > kTermsMax) return bad(whole, "too many words");
  }
  if (or_pending) return bad(whole, "OR stands between two words");
  return terms;
}

std::string expression_of(const Term& term, const std::vector<std::string>& languages) {
  std::string words = "words:\"" + joined(term.words) + "\"";
  if (term.prefix) return words + "*";
  if (term.phrase) return words;
  std::set<std::string> stems;
  for (const std::string& language : languages) {
    stems.insert(stem_of(term.words.front(), language));
  }
  std::string out = "(" + words;
  for (const std::string& stem : stems) out += " OR stems:\"" + stem + "\"";
  return out + ")";
}

}  // namespace

tl::expected<std::string, StorageError> fts_expression(std::string_view text,
                                                       const std::vector<std::string>& languages) {
  if (text.size() > kBytesMax) return bad(text.substr(0, kBytesMax), "too long");
  const auto terms = read_terms(text);
  if (!terms) return tl::unexpected(terms.error());
  std::string wanted;
  std::string excluded;
  bool inside_or = false;
  for (const Term& term : *terms) {
    const std::string expression = expression_of(term, languages);
    if (term.excluded) {
      excluded += (excluded.empty() ? "" : " OR ") + expression;
      continue;
    }
    if (!inside_or) wanted += wanted.empty() ? "(" : " AND (";
    wanted += expression + (term.or_next ? " OR " : ")");
    inside_or = term.or_next;
  }
  if (wanted.empty()) return bad(text, "no word to look for");
  return excluded.empty() ? wanted : "(" + wanted + ") NOT (" + excluded + ")";
}

}  // namespace dixit::storage
