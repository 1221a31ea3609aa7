#include "storage/warc_digests.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

// SHA-1 and MD5 of "abc" in every spelling that WARC writers use.
TEST(CheckDigest, AcceptsEverySpelling) {
  for (const char* label :
       {"sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
        "SHA-1:A9993E364706816ABA3E25717850C26C9CD0D89D", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
        "sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5", "sha1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
        "sha1:qZk-NkcGgWq6PiVxeFDCbJzQ2J0", "md5:900150983cd24fb0d6963f7d28e17f72",
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ===="}) {
    EXPECT_EQ(check_digest(label, "abc"), DigestVerdict::Match) << label;
    EXPECT_EQ(check_digest(label, "abd"), DigestVerdict::Mismatch) << label;
  }
}

TEST(CheckDigest, TellsWhyItCannot) {
  EXPECT_EQ(check_digest("crc32:12345678", "abc"), DigestVerdict::UnknownAlgorithm);
  EXPECT_EQ(check_digest("sha1:", "abc"), DigestVerdict::Malformed);
  EXPECT_EQ(check_digest("a9993e36", "abc"), DigestVerdict::Malformed);
}

TEST(CheckDigests, LeavesPayloadsThatLieElsewhereUnchecked) {
  WarcRecord record;
  record.fields = {{"WARC-Type", "revisit"},
                   {"WARC-Payload-Digest", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"}};
  record.block = "HTTP/1.1 304 Not Modified\r\n\r\n";
  EXPECT_EQ(check_digests(record).payload_ok, std::nullopt);
}

}  // namespace
}  // namespace dixit::storage
