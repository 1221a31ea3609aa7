#include "parser/html/markup_names.h"

#include <array>
#include <string>
#include <unordered_map>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

struct NamedRole {
  MarkupRole role;
  std::string_view words;  // entries parted by spaces; "-" joins words in a row
};

using enum MarkupRole;

// clang-format off
constexpr auto kNames = std::to_array<NamedRole>({
  {Body, "articlebody article-body article-content articlecontent article-text articletext story-body storybody "
         "story-content storycontent story-text post-content postcontent post-body postbody entry-content entrycontent "
         "body-text bodytext body-copy bodycopy article-copy main-content maincontent news-text newstext news-body "
         "newsbody news-content content-body contentbody text-body article-main article-entry post-entry page-content"},
  {Comment, "comment comments commentlist commenting kommentar kommentare leserkommentare commentaire commentaires "
            "comentario comentarios commenti disqus livefyre respond replies comment-form user-comments viafoura spotim "
            "coral openweb facebook-comments fb-comments"},
  {Related, "related relateds recommended recommendation recommendations recommend recirculation recirc outbrain taboola "
            "more-on more-from more-stories more-news more-articles read-more readmore read-also see-also also-read "
            "most-read mostread most-popular mostpopular most-viewed popular trending teaser teasers next-article "
            "next-post prev-post post-navigation suggestions suggested further-reading similar upnext up-next "
            "you-may-like may-like plista zergnet revcontent mgid topstories top-stories latest-news latest-posts "
            "latest-articles recent-posts story-list news-list article-list articlelist linklist link-list"},
  {Share, "share shares sharing sharebar sharebuttons share-buttons social socials social-media socialmedia addthis sharedaddy "
          "sharethis shariff a2a addtoany follow-us followus follow"},
  {Promotion, "newsletter newsletters subscribe subscription signup sign-up promo promos promotion promobox cta "
              "call-to-action donate donation paywall regwall subscriber-only mailchimp mc-embed shop affiliate affiliates "
              "product-box app-download marketing upsell"},
  {Advert, "ad ads adv advert adverts advertisement advertisements advertising adsense adbox adslot ad-slot ad-container "
           "dfp gpt sponsor sponsored sponsors banner banners anzeige werbung publicite publicidad pub doubleclick adunit"},
  {Navigation, "nav navi navbar navigation menu menus submenu breadcrumb breadcrumbs pagination pager paging toolbar sidebar "
               "widget-area widgetarea widget-title footer masthead topbar offcanvas skip-link sitemap searchform search-form dropdown tabs "
               "tabbar rail site-header page-header"},
  {Byline, "byline bylines author authors author-bio authorbio about-author author-box author-info autor autoren "
           "post-footer entry-footer asset-footer article-footer post-meta postmeta entry-meta entrymeta article-meta articlemeta meta-data metadata timestamp dateline tags "
           "taglist tag-list tag-links keywords categories cat-links topics publish-date published-date pubdate "
           "reading-time read-time word-count"},
  {Caption, "caption captions figcaption wp-caption wp-caption-text gallery slideshow image-caption img-caption "
            "photo-caption photo-credit image-credit media-caption bildunterschrift legende"},
  {Consent, "cookie cookies consent gdpr onetrust usercentrics cmp cookiebanner"},
  {Hidden, "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader screenreader hide-text offscreen "
           "print-only printonly print-footer noscript modal popup popover tooltip lightbox overlay"},
  {Standfirst, "standfirst lead lede leadtext lead-text intro introtext teasertext dek deck subheadline sub-headline subtitle chapo "
               "chapeau excerpt summary abstract vorspann description sapeau entradilla bajada copete"},
  {Player, "player video-player audio-player audioplayer videoplayer jwplayer brightcove podcast-player"},
  {Credit, "credit credits copyright disclaimer"},
});
// clang-format on

// Words longer than this name nothing in the table; hostile attributes are megabytes.
constexpr std::size_t kNameBytesMax = 2048;

class Table {
 public:
  Table() {
    for (const NamedRole& named : kNames) {
      std::string_view rest = named.words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        entries_[std::string(rest.substr(0, end))].add(named.role);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  void add_roles(const std::string& words, MarkupRoles& roles) const {
    const auto found = entries_.find(words);
    if (found != entries_.end()) roles.add(found->second);
  }

 private:
  std::unordered_map<std::string, MarkupRoles> entries_;
};

// Calls `use` with each word of the value, in lower case.
template <typename Use>
void for_each_word(std::string_view value, Use use) {
  std::string word;
  char before = '\0';
  for (const char c : value.substr(0, kNameBytesMax)) {
    const bool starts = !is_ascii_alpha(c) || (is_ascii_upper(c) && is_ascii_lower(before));
    if (starts && !word.empty()) {
      use(word, c == ' ');
      word.clear();
    }
    if (is_ascii_alpha(c)) word += ascii_lower(c);
    before = c;
  }
  if (!word.empty()) use(word, true);
}

void add_roles_of(std::string_view value, MarkupRoles& roles) {
  static const Table kTable;
  std::string second;
  std::string third;
  for_each_word(value, [&](const std::string& word, bool) {
    kTable.add_roles(word, roles);
    if (!second.empty()) kTable.add_roles(second + "-" + word, roles);
    if (!third.empty()) kTable.add_roles(third + "-" + second + "-" + word, roles);
    third = second;
    second = word;
  });
}

}  // namespace

MarkupRoles roles_of_names(std::string_view class_value, std::string_view id_value) {
  MarkupRoles roles;
  add_roles_of(class_value, roles);
  add_roles_of(id_value, roles);
  return roles;
}

}  // namespace dixit::parser
