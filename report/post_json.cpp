#include "report/post_json.h"

#include "model/names.h"

namespace dixit::report {

void write_post(JsonWriter& json, const model::Post& post) {
  json.begin_object();
  json.member("platform", model::name_of(post.platform));
  json.member_or_null("handle", post.handle);
  json.member_or_null("name", post.name);
  json.member_or_null("profile_url", post.profile_url);
  json.member_strings("links", post.links);
  json.key("relations");
  json.begin_array();
  for (const model::PostRelation& relation : post.relations) {
    json.begin_object();
    json.member("kind", model::name_of(relation.kind));
    json.member_or_null("url", relation.url);
    json.member_or_null("handle", relation.handle);
    json.end_object();
  }
  json.end_array();
  json.member_boolean("edited", post.edited);
  json.member_or_null("edited_at", post.edited_at);
  json.member_boolean("deleted", post.deleted);
  json.end_object();
}

}  // namespace dixit::report
