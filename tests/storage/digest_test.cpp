#include "storage/digest.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

// FIPS 180-4 and RFC 1321 publish these values for the empty string and for "abc".
TEST(Hasher, GivesPublishedDigests) {
  const auto digest = [](DigestAlgorithm algorithm) {
    Hasher hasher(algorithm);
    hasher.update("a");
    hasher.update("bc");
    return to_hex(hasher.finish());
  };
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest(DigestAlgorithm::Sha256),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest(DigestAlgorithm::Sha1), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(digest(DigestAlgorithm::Md5), "900150983cd24fb0d6963f7d28e17f72");
  EXPECT_EQ(digest(DigestAlgorithm::Sha512).substr(0, 16), "ddaf35a193617aba");
}

// RFC 4648 section 10.
TEST(Rfc4648Encodings, MatchTheTestVectors) {
  EXPECT_EQ(to_base32("f"), "MY======");
  EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI======");
  EXPECT_EQ(to_base64("fo"), "Zm8=");
  EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(to_hex(std::string_view("\x00\xff\x1a", 3)), "00ff1a");
}

TEST(FromHex, UndoesToHexAndRejectsTheRest) {
  EXPECT_EQ(from_hex("00FF1a"), std::string("\x00\xff\x1a", 3));
  EXPECT_EQ(from_hex("0"), "");
  EXPECT_EQ(from_hex("zz"), "");
}

TEST(RandomBytes, DifferEachTime) {
  EXPECT_EQ(random_bytes(16).size(), 16U);
  EXPECT_NE(random_bytes(16), random_bytes(16));
}

}  // namespace
}  // namespace dixit::storage
