#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/document.h"
#include "report/json.h"

// The JSON shape of a document and of a quotation, the same in every command. docs/formats.md has
// its grammar. Spans are code points; what is unknown is null; enumerators are spelt as
// model/names.h has them.
namespace dixit::report {

// An object with the document's fields and its quotations. `id` is a complete JSON value, put
// first: whoever asked finds its answer by it. `posts` are the public posts that stand in it, with
// the same members but for the id.
void write_document(JsonWriter& json, const model::Document& document, std::string_view id,
                    std::span<const model::Document> posts = {});

// A quotation's members, inside an object that the caller has begun.
void write_quotation_members(JsonWriter& json, const model::Quotation& quotation);

// One link of a chain, as an object.
void write_hop(JsonWriter& json, const model::Hop& hop);

// The object of a date, or null.
void write_published_at(JsonWriter& json, const std::optional<model::PublishedAt>& published_at);

// The members "date", the day ("2015-03-02") or null when the page does not say it that exactly,
// and "published_at", inside an object that the caller has begun.
void write_publication(JsonWriter& json, const std::optional<model::PublishedAt>& published_at);

}  // namespace dixit::report
