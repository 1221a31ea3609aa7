#include "storage/codec.h"
#include "storage/codec_parts.h"
#include "storage/digest.h"

namespace dixit::storage {
namespace {

void put_block(pb::Block& out, const model::Block& block) {
  out.set_kind(static_cast<pb::BlockKind>(block.kind));
  put(*out.mutable_span(), block.span);
  out.set_author(block.author);
  out.set_url(block.url);
}

model::Block block_from(const pb::Block& block) {
  return {enum_from<model::BlockKind>(block.kind(), pb::BlockKind_IsValid), span_from(block.span()),
          block.author(), block.url()};
}

void put_credit(pb::Credit& out, const model::Credit& credit) {
  out.set_text(credit.text);
  if (credit.span) put(*out.mutable_span(), *credit.span);
  for (const model::Agency& agency : credit.agencies) {
    pb::Agency& added = *out.add_agencies();
    added.set_name(agency.name);
    added.set_entity(agency.entity);
  }
}

model::Credit credit_from(const pb::Credit& credit) {
  model::Credit out;
  out.text = credit.text();
  if (credit.has_span()) out.span = span_from(credit.span());
  for (const pb::Agency& agency : credit.agencies()) {
    out.agencies.push_back({agency.name(), agency.entity()});
  }
  return out;
}

void put_post(pb::Post& out, const model::Post& post) {
  out.set_platform(static_cast<pb::PostPlatform>(post.platform));
  out.set_handle(post.handle);
  out.set_name(post.name);
  out.set_profile_url(post.profile_url);
  for (const std::string& link : post.links) out.add_links(link);
  for (const model::PostRelation& relation : post.relations) {
    pb::PostRelation& added = *out.add_relations();
    added.set_kind(static_cast<pb::PostRelationKind>(relation.kind));
    added.set_url(relation.url);
    added.set_handle(relation.handle);
  }
  out.set_edited(post.edited);
  out.set_edited_at(post.edited_at);
  out.set_deleted(post.deleted);
}

model::Post post_from(const pb::Post& post) {
  model::Post out;
  out.platform = enum_from<model::PostPlatform>(post.platform(), pb::PostPlatform_IsValid);
  out.handle = post.handle();
  out.name = post.name();
  out.profile_url = post.profile_url();
  out.links.assign(post.links().begin(), post.links().end());
  for (const pb::PostRelation& relation : post.relations()) {
    out.relations.push_back(
        {enum_from<model::PostRelationKind>(relation.kind(), pb::PostRelationKind_IsValid),
         relation.url(), relation.handle()});
  }
  out.edited = post.edited();
  out.edited_at = post.edited_at();
  out.deleted = post.deleted();
  return out;
}

}  // namespace

std::string encode(const StoredDocument& stored) {
  const model::Document& document = stored.document;
  pb::Document out;
  out.set_id(from_hex(document.id));
  out.set_capture_id(from_hex(document.capture_id));
  out.set_url(document.url);
  out.set_canonical_url(document.canonical_url);
  out.set_page_url(document.page_url);
  out.set_outlet(document.outlet);
  out.set_title(document.title);
  for (const std::string& author : document.authors) out.add_authors(author);
  if (document.published_at) put(*out.mutable_published_at(), *document.published_at);
  out.set_language(document.language);
  out.set_is_article(document.is_article);
  for (const model::Block& block : document.blocks) put_block(*out.add_blocks(), block);
  out.set_text(document.text);
  put_credit(*out.mutable_credit(), document.credit);
  out.set_syndication_role(static_cast<pb::SyndicationRole>(document.syndication_role));
  out.set_access_status(static_cast<pb::AccessStatus>(document.access_status));
  for (const std::string& id : stored.quotation_ids) out.add_quotation_ids(from_hex(id));
  out.set_quotations_left_out(document.quotations_left_out);
  out.set_extractor_version(document.extractor_version);
  out.set_fetched_at_ms(stored.fetched_at_ms);
  if (document.post) put_post(*out.mutable_post(), *document.post);
  return out.SerializeAsString();
}

std::optional<StoredDocument> decode_document(std::string_view bytes) {
  const auto in = parse<pb::Document>(bytes);
  if (!in) return std::nullopt;
  StoredDocument stored;
  model::Document& out = stored.document;
  out.id = to_hex(in->id());
  out.capture_id = to_hex(in->capture_id());
  out.url = in->url();
  out.canonical_url = in->canonical_url();
  out.page_url = in->page_url();
  out.outlet = in->outlet();
  out.title = in->title();
  out.authors.assign(in->authors().begin(), in->authors().end());
  if (in->has_published_at()) out.published_at = published_from(in->published_at());
  out.language = in->language();
  out.is_article = in->is_article();
  for (const pb::Block& block : in->blocks()) out.blocks.push_back(block_from(block));
  out.text = in->text();
  out.credit = credit_from(in->credit());
  out.syndication_role =
      enum_from<model::SyndicationRole>(in->syndication_role(), pb::SyndicationRole_IsValid);
  out.access_status = enum_from<model::AccessStatus>(in->access_status(), pb::AccessStatus_IsValid);
  for (const std::string& id : in->quotation_ids()) stored.quotation_ids.push_back(to_hex(id));
  out.quotations_left_out = in->quotations_left_out();
  out.extractor_version = in->extractor_version();
  stored.fetched_at_ms = in->fetched_at_ms();
  if (in->has_post()) out.post = post_from(in->post());
  return stored;
}

}  // namespace dixit::storage
