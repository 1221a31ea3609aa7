// Holds the numbers of enumerators in records.proto to those of the types they store: were one
// moved or put between two others, every stored record would change its meaning.

#include "model/document.h"
#include "model/quotation.h"
#include "storage/frontier_records.h"
#include "storage/records.pb.h"

namespace dixit::storage {
namespace {

template <typename Stored, typename Value>
constexpr bool same(Stored stored, Value value) {
  return static_cast<int>(stored) == static_cast<int>(value);
}

static_assert(same(pb::DATE_PRECISION_MINUTE, model::DatePrecision::Minute));
static_assert(same(pb::DATE_PRECISION_HOUR, model::DatePrecision::Hour));
static_assert(same(pb::DATE_PRECISION_DAY, model::DatePrecision::Day));
static_assert(same(pb::DATE_PRECISION_MONTH, model::DatePrecision::Month));
static_assert(same(pb::DATE_PRECISION_YEAR, model::DatePrecision::Year));

static_assert(same(pb::DATE_SOURCE_JSON_LD, model::DateSource::JsonLd));
static_assert(same(pb::DATE_SOURCE_META, model::DateSource::Meta));
static_assert(same(pb::DATE_SOURCE_MICRODATA, model::DateSource::Microdata));
static_assert(same(pb::DATE_SOURCE_TIME_ELEMENT, model::DateSource::TimeElement));
static_assert(same(pb::DATE_SOURCE_URL, model::DateSource::Url));
static_assert(same(pb::DATE_SOURCE_VISIBLE, model::DateSource::Visible));
static_assert(same(pb::DATE_SOURCE_FEED, model::DateSource::Feed));
static_assert(same(pb::DATE_SOURCE_GIVEN, model::DateSource::Given));

static_assert(same(pb::BLOCK_KIND_PARAGRAPH, model::BlockKind::Paragraph));
static_assert(same(pb::BLOCK_KIND_HEADING, model::BlockKind::Heading));
static_assert(same(pb::BLOCK_KIND_BLOCKQUOTE, model::BlockKind::Blockquote));
static_assert(same(pb::BLOCK_KIND_LIST_ITEM, model::BlockKind::ListItem));
static_assert(same(pb::BLOCK_KIND_CAPTION, model::BlockKind::Caption));
static_assert(same(pb::BLOCK_KIND_EMBEDDED_POST, model::BlockKind::EmbeddedPost));

static_assert(same(pb::SYNDICATION_ROLE_UNKNOWN, model::SyndicationRole::Unknown));
static_assert(same(pb::SYNDICATION_ROLE_ORIGINAL, model::SyndicationRole::Original));
static_assert(same(pb::SYNDICATION_ROLE_WIRE_COPY, model::SyndicationRole::WireCopy));
static_assert(same(pb::SYNDICATION_ROLE_REWRITE, model::SyndicationRole::Rewrite));
static_assert(same(pb::SYNDICATION_ROLE_TRANSLATION, model::SyndicationRole::Translation));

static_assert(same(pb::ACCESS_STATUS_PUBLIC, model::AccessStatus::Public));
static_assert(same(pb::ACCESS_STATUS_RESTRICTED, model::AccessStatus::Restricted));
static_assert(same(pb::ACCESS_STATUS_REDACTED, model::AccessStatus::Redacted));
static_assert(same(pb::ACCESS_STATUS_ERASED, model::AccessStatus::Erased));

static_assert(same(pb::POST_PLATFORM_ACTIVITYPUB, model::PostPlatform::ActivityPub));
static_assert(same(pb::POST_PLATFORM_BLUESKY, model::PostPlatform::Bluesky));
static_assert(same(pb::POST_PLATFORM_TELEGRAM, model::PostPlatform::Telegram));
static_assert(same(pb::POST_PLATFORM_X, model::PostPlatform::X));
static_assert(same(pb::POST_PLATFORM_INSTAGRAM, model::PostPlatform::Instagram));
static_assert(same(pb::POST_PLATFORM_YOUTUBE, model::PostPlatform::YouTube));

static_assert(same(pb::POST_RELATION_KIND_REPOST_OF, model::PostRelationKind::RepostOf));
static_assert(same(pb::POST_RELATION_KIND_QUOTE_OF, model::PostRelationKind::QuoteOf));
static_assert(same(pb::POST_RELATION_KIND_REPLY_TO, model::PostRelationKind::ReplyTo));

static_assert(same(pb::QUOTATION_FORM_DIRECT, model::QuotationForm::Direct));
static_assert(same(pb::QUOTATION_FORM_MIXED, model::QuotationForm::Mixed));
static_assert(same(pb::QUOTATION_FORM_INDIRECT, model::QuotationForm::Indirect));
static_assert(same(pb::QUOTATION_FORM_HEADLINE, model::QuotationForm::Headline));

static_assert(same(pb::MEDIUM_UNKNOWN, model::Medium::Unknown));
static_assert(same(pb::MEDIUM_SPEECH, model::Medium::Speech));
static_assert(same(pb::MEDIUM_AUDIO, model::Medium::Audio));
static_assert(same(pb::MEDIUM_VIDEO, model::Medium::Video));
static_assert(same(pb::MEDIUM_WRITTEN_STATEMENT, model::Medium::WrittenStatement));
static_assert(same(pb::MEDIUM_LETTER, model::Medium::Letter));
static_assert(same(pb::MEDIUM_BANNER, model::Medium::Banner));
static_assert(same(pb::MEDIUM_LEAFLET, model::Medium::Leaflet));
static_assert(same(pb::MEDIUM_SOCIAL_POST, model::Medium::SocialPost));
static_assert(same(pb::MEDIUM_BROADCAST, model::Medium::Broadcast));
static_assert(same(pb::MEDIUM_INTERVIEW, model::Medium::Interview));
static_assert(same(pb::MEDIUM_COURT_OR_POLICE_RECORD, model::Medium::CourtOrPoliceRecord));

static_assert(same(pb::HOP_ROLE_SPEAKER, model::HopRole::Speaker));
static_assert(same(pb::HOP_ROLE_SPOKESPERSON, model::HopRole::Spokesperson));
static_assert(same(pb::HOP_ROLE_CHANNEL, model::HopRole::Channel));
static_assert(same(pb::HOP_ROLE_TRANSLATOR, model::HopRole::Translator));
static_assert(same(pb::HOP_ROLE_MONITOR, model::HopRole::Monitor));
static_assert(same(pb::HOP_ROLE_WITNESS, model::HopRole::Witness));
static_assert(same(pb::HOP_ROLE_AUTHORITY, model::HopRole::Authority));
static_assert(same(pb::HOP_ROLE_AGENCY, model::HopRole::Agency));
static_assert(same(pb::HOP_ROLE_BROADCASTER, model::HopRole::Broadcaster));
static_assert(same(pb::HOP_ROLE_OUTLET, model::HopRole::Outlet));
static_assert(same(pb::HOP_ROLE_REPUBLISHER, model::HopRole::Republisher));

static_assert(same(pb::EVIDENTIAL_ASSERTED, model::Evidential::Asserted));
static_assert(same(pb::EVIDENTIAL_REPORTED, model::Evidential::Reported));
static_assert(same(pb::EVIDENTIAL_HEDGED, model::Evidential::Hedged));
static_assert(same(pb::EVIDENTIAL_PURPORTED, model::Evidential::Purported));
static_assert(same(pb::EVIDENTIAL_DISPUTED, model::Evidential::Disputed));
static_assert(same(pb::EVIDENTIAL_DENIED, model::Evidential::Denied));

static_assert(same(pb::REPORT_STATUS_FIRST_HAND, model::ReportStatus::FirstHand));
static_assert(same(pb::REPORT_STATUS_RELAYED, model::ReportStatus::Relayed));
static_assert(same(pb::REPORT_STATUS_ALLEGED, model::ReportStatus::Alleged));

static_assert(same(pb::AUTHENTICATION_STATUS_UNKNOWN, model::AuthenticationStatus::Unknown));
static_assert(same(pb::AUTHENTICATION_STATUS_CONFIRMED, model::AuthenticationStatus::Confirmed));
static_assert(same(pb::AUTHENTICATION_STATUS_UNVERIFIED, model::AuthenticationStatus::Unverified));
static_assert(same(pb::AUTHENTICATION_STATUS_CONTESTED, model::AuthenticationStatus::Contested));
static_assert(same(pb::AUTHENTICATION_STATUS_REFUTED, model::AuthenticationStatus::Refuted));

static_assert(same(pb::THREAT_CLASS_NONE, model::ThreatClass::None));
static_assert(same(pb::THREAT_CLASS_VIOLENT, model::ThreatClass::Violent));
static_assert(same(pb::THREAT_CLASS_COERCIVE, model::ThreatClass::Coercive));

static_assert(same(pb::SPEECH_ACT_NONE, model::SpeechAct::None));
static_assert(same(pb::SPEECH_ACT_COMMISSIVE_THREAT, model::SpeechAct::CommissiveThreat));
static_assert(same(pb::SPEECH_ACT_ULTIMATUM, model::SpeechAct::Ultimatum));
static_assert(same(pb::SPEECH_ACT_INCITEMENT, model::SpeechAct::Incitement));
static_assert(same(pb::SPEECH_ACT_WARNING, model::SpeechAct::Warning));
static_assert(same(pb::SPEECH_ACT_CLAIM_OF_RESPONSIBILITY,
                   model::SpeechAct::ClaimOfResponsibility));

static_assert(same(pb::DIRECTNESS_EXPLICIT, model::Directness::Explicit));
static_assert(same(pb::DIRECTNESS_VEILED, model::Directness::Veiled));

static_assert(same(pb::TARGET_TYPE_UNKNOWN, model::TargetType::Unknown));
static_assert(same(pb::TARGET_TYPE_PERSON, model::TargetType::Person));
static_assert(same(pb::TARGET_TYPE_GROUP, model::TargetType::Group));
static_assert(same(pb::TARGET_TYPE_ORGANISATION, model::TargetType::Organisation));
static_assert(same(pb::TARGET_TYPE_STATE, model::TargetType::State));
static_assert(same(pb::TARGET_TYPE_PLACE, model::TargetType::Place));
static_assert(same(pb::TARGET_TYPE_PUBLIC, model::TargetType::Public));

static_assert(same(pb::URL_STATE_QUEUED, UrlState::Queued));
static_assert(same(pb::URL_STATE_FETCHED, UrlState::Fetched));
static_assert(same(pb::URL_STATE_REDIRECTED, UrlState::Redirected));
static_assert(same(pb::URL_STATE_DISALLOWED, UrlState::Disallowed));
static_assert(same(pb::URL_STATE_REFUSED, UrlState::Refused));
static_assert(same(pb::URL_STATE_FAILED, UrlState::Failed));
static_assert(same(pb::URL_STATE_GONE, UrlState::Gone));

static_assert(same(pb::URL_KIND_PAGE, UrlKind::Page));
static_assert(same(pb::URL_KIND_FEED, UrlKind::Feed));
static_assert(same(pb::URL_KIND_SITEMAP, UrlKind::Sitemap));

static_assert(same(pb::SOURCE_REACH_PAGE, SourceReach::Page));
static_assert(same(pb::SOURCE_REACH_PREFIX, SourceReach::Prefix));
static_assert(same(pb::SOURCE_REACH_HOST, SourceReach::Host));
static_assert(same(pb::SOURCE_REACH_SITE, SourceReach::Site));

}  // namespace
}  // namespace dixit::storage
