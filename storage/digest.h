#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dixit::storage {

// Message digests and the two spellings WARC files use for them.

enum class DigestAlgorithm { Sha256, Sha1, Md5, Sha512 };

// Bytes fed in pieces; finish() returns the raw digest and ends the hasher's life.
class Hasher {
 public:
  explicit Hasher(DigestAlgorithm algorithm);
  Hasher(const Hasher&) = delete;
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(const Hasher&) = delete;
  Hasher& operator=(Hasher&&) noexcept;
  ~Hasher();

  void update(std::string_view bytes);
  [[nodiscard]] std::string finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// The 32 raw bytes of SHA-256 (FIPS 180-4).
std::string sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);

// Lower-case hexadecimal; from_hex() returns "" for anything that is not hexadecimal pairs.
std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view hex);

// RFC 4648 section 6, upper case, with padding as WARC writers do.
std::string to_base32(std::string_view bytes);
std::string to_base64(std::string_view bytes);

// `count` random bytes from the operating system's generator.
std::string random_bytes(std::size_t count);

}  // namespace dixit::storage
