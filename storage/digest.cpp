#include "storage/digest.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cassert>
#include <new>
#include <span>

namespace dixit::storage {
namespace {

const EVP_MD* implementation_of(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::Sha256:
      return EVP_sha256();
    case DigestAlgorithm::Sha1:
      return EVP_sha1();
    case DigestAlgorithm::Md5:
      return EVP_md5();
    case DigestAlgorithm::Sha512:
      return EVP_sha512();
  }
  return EVP_sha256();
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// RFC 4648: groups of `group` characters carry `bits` each; a last short group is padded.
std::string to_base(std::string_view bytes, std::string_view alphabet, unsigned bits,
                    std::size_t group) {
  std::string out;
  std::uint32_t buffer = 0;
  unsigned held = 0;
  for (const char byte : bytes) {
    buffer = (buffer << 8U) | static_cast<unsigned char>(byte);
    held += 8;
    while (held >= bits) {
      held -= bits;
      out += alphabet[(buffer >> held) & ((1U << bits) - 1)];
    }
  }
  if (held > 0) out += alphabet[(buffer << (bits - held)) & ((1U << bits) - 1)];
  while (out.size() % group != 0) out += '=';
  return out;
}

}  // namespace

struct Hasher::Context {
  EVP_MD_CTX* handle = EVP_MD_CTX_new();

  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(handle); }
};

Hasher::Hasher(DigestAlgorithm algorithm) : context_(std::make_unique<Context>()) {
  if (context_->handle == nullptr) throw std::bad_alloc();
  [[maybe_unused]] const int started =
      EVP_DigestInit_ex(context_->handle, implementation_of(algorithm), nullptr);
  assert(started == 1);
}

Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::update(std::string_view bytes) {
  [[maybe_unused]] const int updated =
      EVP_DigestUpdate(context_->handle, bytes.data(), bytes.size());
  assert(updated == 1);
}

std::string Hasher::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  [[maybe_unused]] const int finished = EVP_DigestFinal_ex(context_->handle, digest.data(), &size);
  assert(finished == 1);
  return {digest.begin(), digest.begin() + size};
}

std::string sha256(std::string_view bytes) {
  Hasher hasher(DigestAlgorithm::Sha256);
  hasher.update(bytes);
  return hasher.finish();
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out += kDigits[value >> 4U];
    out += kDigits[value & 15U];
  }
  return out;
}

std::string from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return {};
  std::string out;
  out.reserve(hex.size() / 2);
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = hex_value(hex[i]);
    const int low = hex_value(hex[i + 1]);
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string to_base32(std::string_view bytes) {
  return to_base(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5, 8);
}

std::string to_base64(std::string_view bytes) {
  return to_base(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6, 4);
}

std::string random_bytes(std::size_t count) {
  std::string out(count, '\0');
  const auto bytes = std::as_writable_bytes(std::span(out));
  // The generator fails only when the system has no entropy at all; ids would then collide.
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
    throw std::bad_alloc();
  }
  return out;
}

}  // namespace dixit::storage
