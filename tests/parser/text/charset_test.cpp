#include "parser/text/charset.h"

#include <gtest/gtest.h>

#include "parser/text/charset_prescan.h"
#include "parser/text/encoding_labels.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

using namespace std::string_view_literals;

TEST(FindEncoding, FoldsLabelsAsTheStandardDoes) {
  EXPECT_EQ(find_encoding("Latin1")->name, "windows-1252");
  EXPECT_EQ(find_encoding(" UTF8 ")->name, "utf-8");
  EXPECT_EQ(find_encoding("gb2312")->name, "gb18030");
  EXPECT_EQ(find_encoding("klingon"), nullptr);
  EXPECT_EQ(find_encoding(""), nullptr);
}

TEST(DecodeText, PutsTheByteOrderMarkFirst) {
  const DecodedText decoded = decode_text("\xEF\xBB\xBF<p>\xC3\xA9", "windows-1252");
  EXPECT_EQ(decoded, (DecodedText{"<p>é", "utf-8", CharsetEvidence::ByteOrderMark, false}));
  EXPECT_EQ(decode_text("\xFF\xFEh\0i\0"sv, "").text, "hi");
  EXPECT_EQ(decode_text("\xFE\xFF\0h\0i"sv, "").text, "hi");
}

TEST(DecodeText, TrustsTheTransportBeforeTheMeta) {
  const DecodedText decoded = decode_text("<meta charset=utf-8><p>\x93\xE9\x94", "iso-8859-1");
  EXPECT_EQ(decoded, (DecodedText{"<meta charset=utf-8><p>“é”", "windows-1252",
                                  CharsetEvidence::TransportLabel, false}));
}

TEST(DecodeText, ReadsTheMetaBothWays) {
  EXPECT_EQ(decode_text("<html><meta charset='koi8-r'>\xC1", "").text,
            "<html><meta charset='koi8-r'>а");
  const DecodedText pragma = decode_text(
      "<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-15\">\xA4", "");
  EXPECT_EQ(pragma.charset, "iso-8859-15");
  EXPECT_EQ(pragma.evidence, CharsetEvidence::Meta);
  EXPECT_TRUE(pragma.text.ends_with("€"));
}

TEST(DecodeText, ReadsTheXmlDeclaration) {
  const DecodedText decoded =
      decode_text("<?xml version='1.0' encoding='windows-1251'?><a>\xE4</a>", "", Markup::Xml);
  EXPECT_EQ(decoded.evidence, CharsetEvidence::XmlDeclaration);
  EXPECT_TRUE(decoded.text.ends_with("<a>д</a>"));
}

TEST(DecodeText, DoesNotTakeAMetaInsideAFeedForTheFeeds) {
  const std::string feed = "<?xml version='1.0'?><a><![CDATA[<meta charset=koi8-r>]]>\xC3\xA9</a>";
  EXPECT_EQ(decode_text(feed, "", Markup::Xml).charset, "utf-8");
}

TEST(DecodeText, HouseDistrustsAUtf8LabelThatNoByteBearsOut) {
  const DecodedText decoded = decode_text("un \xE9t\xE9 \xE0 la mer, d\xE9j\xE0", "utf-8");
  EXPECT_EQ(decoded.text, "un été à la mer, déjà");
}

TEST(DecodeText, KeepsUtf8WithAStrayByte) {
  const DecodedText decoded = decode_text("\xC3\xA9t\xC3\xA9 \xE9", "utf-8");
  EXPECT_EQ(decoded.text, "été \uFFFD");
}

TEST(DecodeText, DetectsWhatNobodyLabelled) {
  EXPECT_EQ(decode_text("d\xC3\xA9j\xC3\xA0 vu", "").charset, "utf-8");
  EXPECT_EQ(decode_text("", "no-such-label").text, "");
  EXPECT_TRUE(is_valid_utf8(decode_text("\x80\x81\x8D\xFF", "").text));
}

TEST(DecodeText, ReadsManyByteEncodings) {
  EXPECT_EQ(decode_text("\x93\xFA\x96\x7B", "shift_jis").text, "日本");
  EXPECT_EQ(decode_text("\xD6\xD0\xB9\xFA", "gb2312").text, "中国");
  EXPECT_EQ(decode_text("\xC7\xD1\xB1\xDB", "euc-kr").text, "한글");
  EXPECT_EQ(decode_text("\xC8\xCF", "windows-1256").text, "بد");
  EXPECT_EQ(decode_text("\x1B$BF|K\\\x1B(B", "iso-2022-jp").text, "日本");
}

TEST(PrescanMetaCharset, SkipsCommentsAndOtherTags) {
  EXPECT_EQ(prescan_meta_charset("<!-- <meta charset=koi8-r> --><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(prescan_meta_charset("<p title='<meta charset=koi8-r>'>"), std::nullopt);
  EXPECT_EQ(prescan_meta_charset("<meta content='text/html; charset=koi8-r'>"), std::nullopt);
  EXPECT_EQ(prescan_meta_charset("<meta name=x charset=unheard-of><meta/charset=big5>"), "big5");
}

TEST(XmlDeclaredCharset, WantsTheDeclarationFirst) {
  EXPECT_EQ(xml_declared_charset("<?xml version=\"1.0\" encoding=\"EUC-JP\" ?>"), "EUC-JP");
  EXPECT_EQ(xml_declared_charset("<a/><?xml encoding='utf-8'?>"), std::nullopt);
  EXPECT_EQ(xml_declared_charset("<?xml version='1.0'?>"), std::nullopt);
}

// Every label must lead to a converter that this system's ICU really has.
TEST(DecodeText, KnowsAConverterForEveryEncoding) {
  for (const std::string_view label :
       {"ibm866",    "latin2",  "latin3",      "latin4",      "cyrillic",       "arabic", "greek",
        "hebrew",    "latin6",  "iso-8859-13", "iso-8859-14", "latin9",         "koi8-r", "koi8-u",
        "macintosh", "tis-620", "cp1250",      "cp1251",      "cp1252",         "cp1253", "cp1254",
        "cp1255",    "cp1256",  "cp1257",      "cp1258",      "x-mac-cyrillic", "gbk",    "big5",
        "euc-jp",    "sjis",    "korean"}) {
    EXPECT_EQ(decode_text("plain", label).text, "plain") << label;
    EXPECT_NE(decode_text("\xE1\xE2", label).text, "\uFFFD\uFFFD") << label;
  }
}

}  // namespace
}  // namespace dixit::parser
