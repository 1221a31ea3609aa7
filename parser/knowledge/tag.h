#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dixit::parser {

// What a word or phrase of a language file can be good for. A tag is a list in the file
// ([words] tag = […]) or, for verbs, a table of stems and forms ([verbs.tag]); docs/languages.md
// says what belongs in each.
//
// DIXIT_TAGS(X) lists enumerator, name in the file, and whether it is a verb class.
#define DIXIT_TAGS(X)                                                                              \
  /* text */                                                                                       \
  X(Abbreviation, "abbreviation", false)        /* a full stop after it ends no sentence */        \
  X(Elision, "elision", false)                  /* split off a word's front: l' */                 \
  X(Enclitic, "enclitic", false)                /* split off a word's end: -t-il, 's */            \
  X(Proclitic, "proclitic", false)              /* written onto the next word: Arabic */           \
  X(PrefixedArticle, "prefixed_article", false) /* "the", written onto its noun: Arabic */         \
  X(Month, "month", false)                      /* in order, January first; "1" .. "12" */         \
  X(Weekday, "weekday", false)                                                                     \
  /* function words */                                                                             \
  X(Definite, "definite", false)                                                                   \
  X(Indefinite, "indefinite", false)                                                               \
  X(Possessive, "possessive", false)                                                               \
  X(Demonstrative, "demonstrative", false)                                                         \
  X(Quantifier, "quantifier", false)                                                               \
  X(Pronoun, "pronoun", false)              /* subject forms, with person, gender, number */       \
  X(LatterPronoun, "latter_pronoun", false) /* means whoever was named last: dieser, celui-ci */   \
  X(ObjectPronoun, "object_pronoun", false)                                                        \
  X(IndefinitePronoun, "indefinite_pronoun", false) /* one, on, man; someone */                    \
  X(RelativePronoun, "relative_pronoun", false)                                                    \
  X(Complementizer, "complementizer", false) /* that, que, dass */                                 \
  X(Conjunction, "conjunction", false)       /* and, or, but */                                    \
  X(Subordinator, "subordinator", false)     /* when, while, because */                            \
  X(Preposition, "preposition", false)                                                             \
  X(Genitive, "genitive", false)                  /* joins noun to noun: of, de, des */            \
  X(AgentPreposition, "agent_preposition", false) /* passive "by" */                               \
  X(Negation, "negation", false)                                                                   \
  X(Reflexive, "reflexive", false)        /* of the object pronouns: himself, se */                \
  X(NegativeWord, "negative_word", false) /* makes its subject nobody: nobody, none, no */         \
  X(HomeNoun, "home_noun", false)         /* what strikes it strikes its owner: house, family */   \
  X(Undergo, "undergo", false)            /* with a reflexive and an infinitive: se faire dire */  \
  X(Restrictive, "restrictive", false)    /* behind a negation that adds: not only, not just */    \
  X(Adverb, "adverb", false)              /* may stand between subject, verb and words */          \
  X(AdverbEnding, "adverb_ending", false) /* how adverbs of manner end: -ly, -ment */              \
  X(OwnerEnding, "owner_ending", false)   /* how words end that an apostrophe makes owners: -s */  \
  X(Auxiliary, "auxiliary", true)         /* have: carries mood for a participle */                \
  X(Copula, "copula", true)               /* be: with a participle, a passive */                   \
  X(Modal, "modal", true)                                                                          \
  X(FutureMarker, "future_marker", false) /* will, going to, werde; سوف */                         \
  /* people and bodies */                                                                          \
  X(Title, "title", false)                  /* before a name: M., Mr, Dr */                        \
  X(NameParticle, "name_particle", false)   /* inside a name: de, von, bin */                      \
  X(NamePrefix, "name_prefix", false)       /* before a name with a hyphen: al-, as- */            \
  X(NameSuffix, "name_suffix", false)       /* after a name: Jr., III */                           \
  X(GivenName, "given_name", false)         /* with gender */                                      \
  X(RoleNoun, "role_noun", false)           /* heads a description of a person */                  \
  X(GroupNoun, "group_noun", false)         /* heads a description of people or a body */          \
  X(BodyNoun, "body_noun", false)           /* stands for any named body: group, organisation */   \
  X(KinNoun, "kin_noun", false)             /* sister, lawyer: needs whose */                      \
  X(BodyPart, "body_part", false)           /* "his head" is nobody: head, voice, face */          \
  X(Demonym, "demonym", false)              /* nationalities, as adjective or noun */              \
  X(RoleAdjective, "role_adjective", false) /* may follow or precede a role noun */                \
  X(NotName, "not_name", false)             /* capitalised words that begin no name */             \
  X(NounToo, "noun_too", false)             /* verb forms that are as often nouns: report */       \
  X(PlaceNoun, "place_noun", false)         /* city, country names worth knowing */                \
  /* attribution */                                                                                \
  X(Say, "say", true)     /* neutral report of words */                                            \
  X(Write, "write", true) /* words put down: write, tweet, post */                                 \
  X(Claim, "claim", true) /* the reporter keeps his distance */                                    \
  X(Deny, "deny", true)                                                                            \
  X(Confirm, "confirm", true)                                                                      \
  X(Ask, "ask", true)                                                                              \
  X(Order, "order", true)                                                                          \
  X(Promise, "promise", true)                                                                      \
  X(Warn, "warn", true)                                                                            \
  X(Threaten, "threaten", true)                                                                    \
  X(Judge, "judge", true)               /* call, praise: the words are a verdict, no clause */     \
  X(Cite, "cite", true)                 /* quote: the passive's subject speaks */                  \
  X(Impersonal, "impersonal", true)     /* it says in X: no subject of its own */                  \
  X(Express, "express", true)           /* laugh, go on: cue only beside the words */              \
  X(Think, "think", true)               /* believe, hope: attitudes */                             \
  X(Learn, "learn", true)               /* learn, be told: the reporter as recipient */            \
  X(NameVerb, "name_verb", true)        /* call, dub, entitle: what follows is a name */           \
  X(Resumptive, "resumptive", false)    /* takes up the words before: Das sagte X */               \
  X(CueNoun, "cue_noun", false)         /* statement, words, claim */                              \
  X(WordingNoun, "wording_noun", false) /* what a colon after it lets follow: words, phrase */     \
  X(SourcePreposition, "source_preposition", false)   /* according to, selon, laut */              \
  X(SourcePostposition, "source_postposition", false) /* zufolge */                                \
  X(OriginPreposition, "origin_preposition", false)   /* from whom carriers quote: Arabic */       \
  X(SourceOpener, "source_opener",                                                                 \
    false) /* the same, but only at a sentence's start: Pour elle, */                              \
  X(AttributedTo, "attributed_to", false) /* only right behind a mark: attributed to */            \
  X(TitleNoun, "title_noun", false)  /* before marks that hold a title or a term: film, term */    \
  X(HearerVerb, "hearer_verb", true) /* tell, warn: whoever hears it follows bare */               \
  X(InfinitiveMarker, "infinitive_marker", false) /* before a reported infinitive: to, de */       \
  X(InfinitiveEnding, "infinitive_ending", false) /* how infinitives end, where they all do */     \
  X(HedgeAdverb, "hedge_adverb", false)           /* allegedly, reportedly */                      \
  X(HedgeAdjective, "hedge_adjective", false)     /* alleged, présumé */                           \
  X(Verified, "verified", false)                  /* authenticated, confirmed as genuine */        \
  X(Doubted, "doubted", false)            /* words whose genuineness is called in question */      \
  X(DeniedWords, "denied_words", false)   /* what a denial may deny: these remarks, having said */ \
  X(DeniedCharge, "denied_charge", false) /* the same: the facts, the charges, it */               \
  X(AccusedNoun, "accused_noun", false)   /* the accused, his lawyer: who denies a charge */       \
  X(Unverified, "unverified", false)      /* could not be verified */                              \
  X(Charge, "charge", true)               /* accuse, charge with: passive subject silent */        \
  /* chain */                                                                                      \
  X(Spokesperson, "spokesperson", false)                                                           \
  X(VoiceNoun, "voice_noun", false) /* a voice, the speaker: known by the recording alone */       \
  X(Signed, "signed", false)        /* before a message's author: signed by */                     \
  X(AuthorPreposition, "author_preposition", false) /* after a message: a letter from X */         \
  X(Attributed, "attributed", false) /* before one who is only held to be it: attributed to */     \
  X(SocialChannel, "channel_social", false) /* tweet, post, message, account */                    \
  X(VideoChannel, "channel_video", false)                                                          \
  X(AudioChannel, "channel_audio", false)                                                          \
  X(StatementChannel, "channel_statement", false) /* communiqué, e-mail */                         \
  X(LetterChannel, "channel_letter", false)                                                        \
  X(BannerChannel, "channel_banner", false) /* banner, graffiti */                                 \
  X(LeafletChannel, "channel_leaflet", false)                                                      \
  X(BroadcastChannel, "channel_broadcast", false)                                                  \
  X(InterviewChannel, "channel_interview", false)                                                  \
  X(SpeechChannel, "channel_speech", false)           /* speech, sermon, press conference, call */ \
  X(CourtChannel, "channel_court", false)             /* court or police record */                 \
  X(ChannelPreposition, "channel_preposition", false) /* in, on, via, by: before a channel */      \
  X(Translated, "translated", true)                   /* to translate */                           \
  X(TranslationNoun, "translation_noun", false)                                                    \
  X(MonitorNoun, "monitor_noun", false)           /* monitoring group */                           \
  X(AgencyNoun, "agency_noun", false)             /* news agency */                                \
  X(OutletNoun, "outlet_noun", false)             /* newspaper, daily, channel, site */            \
  X(OutletName, "outlet_name", false)             /* inside a newspaper's name: Herald, Gazette */ \
  X(AuthorityNoun, "authority_noun", false)       /* police, prosecutor, investigators */          \
  X(InvestigatorNoun, "investigator_noun", false) /* who hears behind closed doors: the police */  \
  X(WitnessNoun, "witness_noun", false)                                                            \
  X(Relay, "relay", true)         /* quote, report, relay: an outlet as link */                    \
  X(Republish, "republish", true) /* share, repost, reprint: what was published before */          \
  X(Citing, "citing", false)      /* before a carrier's own source: citing */                      \
  X(Therein, "therein", false)    /* points to where words stand: in it */                         \
  X(Issue, "issue", true)         /* release, send: give out words of one's own */                 \
  X(Obtain, "obtain", true)       /* obtain, receive, consult: seen by the outlet */               \
  X(Handle, "handle", true)       /* get, find, show: with a message, no words of one's own */     \
  X(Examine, "examine", true)     /* look into, play down: with a threat, another's */             \
  X(Perceive, "perceive", true)   /* read, hear: whoever does has not said the words */            \
  X(Stand, "stand", true)         /* of words: to be written somewhere */                          \
  X(CopyNoun, "copy_noun", false) /* screenshot, transcript: of others' words */                   \
  X(PrivateNoun, "private_noun", false)   /* e-mail, text: others' words where it is published */  \
  X(CreditPrefix, "credit_prefix", false) /* opens a credit line: Avec, Source: */                 \
  X(RecipientPreposition, "recipient_preposition", false) /* told X; à, to */                      \
  /* threats */                                                                                    \
  X(HarmKill, "harm_kill", true)                                                                   \
  X(HarmAttack, "harm_attack", true)                                                               \
  X(HarmAbduct, "harm_abduct", true)                                                               \
  X(HarmDestroy, "harm_destroy", true)                                                             \
  X(HarmInjure, "harm_injure", true)                                                               \
  X(HarmWar, "harm_war", true)                                                                     \
  X(HarmLimb, "harm_limb", true)      /* harms where it strikes a limb: break, cut off */          \
  X(HarmPerson, "harm_person", true)  /* harms where it strikes somebody: finish off, bury */      \
  X(Limb, "limb", false)              /* what can be broken or cut off: legs, throat */            \
  X(HarmNoun, "harm_noun", false)     /* attack, bomb, blood, war, death */                        \
  X(Pay, "pay", true)                 /* pay, regret: veiled harm */                               \
  X(VeiledHarm, "veiled_harm", false) /* phrases: you will see, not safe, next */                  \
  X(VeiledHint, "veiled_hint", false) /* advice that may be meant so: had better, watch out */     \
  X(Allusion, "allusion", false)      /* what means harm only in a mouth known to threaten */      \
  X(StartWith, "start_with", false)   /* before the first to be struck: we start with */           \
  X(Mishap, "mishap", false)          /* accidents told as what happens: buildings catch fire */   \
  X(CoerceSanction, "coerce_sanction", true)                                                       \
  X(CoerceArrest, "coerce_arrest", true)                                                           \
  X(CoerceExpel, "coerce_expel", true)                                                             \
  X(CoerceStop, "coerce_stop", true) /* break off, suspend, veto, block */                         \
  X(CoerceStrike, "coerce_strike", true)                                                           \
  X(CoerceSue, "coerce_sue", true)                                                                 \
  X(CoerceReveal, "coerce_reveal", true)                                                           \
  X(CoerceNoun, "coerce_noun", false)           /* sanctions, consequences, blockade, lawsuit */   \
  X(PastFuture, "past_future", false)           /* future seen from the past: allait, iba a */     \
  X(Intend, "intend", true)                     /* intend, plan, swear, be ready to */             \
  X(IntentPhrase, "intent_phrase", false)       /* ready to, won't hesitate to */                  \
  X(ConditionMarker, "condition_marker", false) /* if, unless, until, or else */                   \
  X(DeadlinePhrase, "deadline_phrase", false)   /* within, by, before + time */                    \
  X(DeadlineOpener, "deadline_opener", false)   /* by, before, within: with a time unit */         \
  X(TimeUnit, "time_unit", false)               /* hours, days, noon */                            \
  X(Whoever, "whoever", false)                  /* of the conditions: anyone who, any ship */      \
  X(OwnPronoun, "own_pronoun", false)           /* may mean the speaker himself: on */             \
  X(Address, "address", false)                  /* words that mean whoever is spoken to */         \
  X(PoliteAddress, "polite_address", false)     /* the same, by their capital: German Sie */       \
  X(Preventing, "preventing", false)        /* before a noun of harm: end, against, victims of */  \
  X(ArmedNoun, "armed_noun", false)         /* who bears arms by trade: rebel, gang, masked */     \
  X(AnonymousNoun, "anonymous_noun", false) /* a source without a name: caller, voice */           \
  X(PressNoun, "press_noun", false)         /* those who are told news: reporters */               \
  X(AgainstPreposition, "against_preposition", false) /* against, targeting: before the victim */  \
  X(ThreatNoun, "threat_noun", false) /* threat, ultimatum: words about a threat */                \
  X(MenaceNoun, "menace_noun", false) /* nouns for threatening itself: the threat to */            \
  X(ThreatPreposition, "threat_preposition", false) /* between threaten and the deed: with, de */  \
  X(Incite, "incite", true)                         /* call on, urge */                            \
  X(Responsibility, "responsibility", false)        /* claim responsibility */                     \
  X(HarmlessContext, "harmless_context", false)     /* match, election, season: metaphors */       \
  X(HarmlessObject, "harmless_object", false)       /* what is killed or burnt without harm */     \
  X(WrongdoerNoun, "wrongdoer_noun", false)         /* killer, thief: whom the law hunts */        \
  X(LabourNoun, "labour_noun", false)               /* union, nurses: whose strike is no blow */   \
  X(LastStep, "last_step", false)                   /* one more step: an order in two words */     \
  X(HazardNoun, "hazard_noun", false)               /* storm, epidemic: no speaker controls it */  \
  /* pages */                                                                                      \
  X(PageByline, "page_byline", false)           /* By, Par, Von before an author */                \
  X(PagePublished, "page_published", false)     /* before a date: Published, Publié le */          \
  X(PageUpdated, "page_updated", false)         /* before a date that is not publication's */      \
  X(PageRelated, "page_related", false)         /* heads a related list: Read also */              \
  X(PageComments, "page_comments", false)       /* heads reader comments */                        \
  X(PageBoilerplate, "page_boilerplate", false) /* share, subscribe, sign up, cookie lines */

enum class Tag : std::uint8_t {
#define DIXIT_TAG_ENUMERATOR(enumerator, name, verb) enumerator,
  DIXIT_TAGS(DIXIT_TAG_ENUMERATOR)
#undef DIXIT_TAG_ENUMERATOR
};

#define DIXIT_TAG_ENUMERATOR(enumerator, name, verb) Tag::enumerator,
inline constexpr auto kAllTags = std::to_array<Tag>({DIXIT_TAGS(DIXIT_TAG_ENUMERATOR)});
#undef DIXIT_TAG_ENUMERATOR

std::string_view name_of(Tag tag);

// Whether the tag is a class of verbs, written under [verbs] rather than [words].
bool is_verb_class(Tag tag);

std::optional<Tag> tag_from_name(std::string_view name);

}  // namespace dixit::parser
