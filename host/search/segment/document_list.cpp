#include "pilah/search/segment/document_list.hpp"

#include <bit>

namespace pilah::search {
namespace {

constexpr unsigned kFormBits = 2;

void write_number(std::size_t number, std::vector<std::uint8_t>& bytes) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
  bytes.push_back(static_cast<std::uint8_t>(number));
}

/// Bits behind one another, from the lowest of each byte.
class BitWriter {
 public:
  explicit BitWriter(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}
  ~BitWriter() {
    if (filled_ > 0) bytes_.push_back(static_cast<std::uint8_t>(pending_));
  }
  BitWriter(const BitWriter&) = delete;
  BitWriter& operator=(const BitWriter&) = delete;

  /// Requires: count <= 16.
  void write(std::uint64_t bits, unsigned count) {
    pending_ |= bits << filled_;
    for (filled_ += count; filled_ >= 8; filled_ -= 8, pending_ >>= 8) {
      bytes_.push_back(static_cast<std::uint8_t>(pending_));
    }
  }

 private:
  std::vector<std::uint8_t>& bytes_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
};

void write_coded(std::span<const Document> documents, unsigned low,
                 std::vector<std::uint8_t>& bytes) {
  {
    BitWriter lower(bytes);
    for (const Document document : documents) lower.write(document & ((1U << low) - 1), low);
  }
  BitWriter upper(bytes);
  unsigned before = 0;
  for (const Document document : documents) {
    for (; before < static_cast<unsigned>(document >> low); ++before) upper.write(0, 1);
    upper.write(1, 1);
  }
}

void write_array(std::span<const Document> documents, std::vector<std::uint8_t>& bytes) {
  for (const Document document : documents) {
    bytes.push_back(static_cast<std::uint8_t>(document));
    bytes.push_back(static_cast<std::uint8_t>(document >> 8));
  }
}

void write_bits(std::span<const Document> documents, std::size_t size,
                std::vector<std::uint8_t>& bytes) {
  DocumentSet set(size);
  for (const Document document : documents) set.add(document);
  for (const std::uint64_t word : set.words()) {
    for (unsigned i = 0; i < 8; ++i) bytes.push_back(static_cast<std::uint8_t>(word >> (8 * i)));
  }
}

}  // namespace

void write_list(std::span<const Document> documents, std::size_t size, ListUse use,
                std::vector<std::uint8_t>& bytes) {
  using Form = DocumentList::Form;
  // Bits are as short as an array at four documents a word, and are counted 64 at
  // a time, which is worth four times the space.
  const std::size_t words = (size + 63) / 64;
  const std::size_t few = use == ListUse::kRead ? 4 * words : words;
  Form form = documents.size() > few ? Form::kBits : Form::kArray;
  if (form == Form::kArray && use == ListUse::kRead && documents.size() > 1) form = Form::kCoded;
  write_number(documents.size() << kFormBits | static_cast<std::size_t>(form), bytes);
  switch (form) {
    case Form::kArray:
      return write_array(documents, bytes);
    case Form::kCoded:
      return write_coded(documents, DocumentList::low_bits(size, documents.size()), bytes);
    case Form::kBits:
      return write_bits(documents, size, bytes);
  }
}

DocumentList::DocumentList(const std::uint8_t* bytes, std::size_t segment_size)
    : bytes_(bytes), segment_size_(segment_size) {
  std::size_t head = 0;
  unsigned shift = 0;
  do {
    head |= static_cast<std::size_t>(*bytes_ & 0x7F) << shift;
    shift += 7;
  } while ((*bytes_++ & 0x80) != 0);
  form_ = static_cast<Form>(head & ((1U << kFormBits) - 1));
  length_ = head >> kFormBits;
  if (form_ == Form::kCoded) low_ = low_bits(segment_size_, length_);
}

const std::uint8_t* DocumentList::end() const {
  switch (form_) {
    case Form::kArray:
      return bytes_ + 2 * length_;
    case Form::kBits:
      return bytes_ + 8 * word_count();
    case Form::kCoded:
      break;
  }
  // The upper part ends with the last document's one.
  const std::uint8_t* upper = upper_part();
  std::size_t left = length_;
  std::uint64_t word = word_at(upper);
  for (; static_cast<std::size_t>(std::popcount(word)) < left; word = word_at(upper += 8)) {
    left -= static_cast<std::size_t>(std::popcount(word));
  }
  for (; left > 1; --left) word &= word - 1;
  return upper + std::countr_zero(word) / 8 + 1;
}

void DocumentList::add_to(DocumentSet& set) const {
  if (form_ == Form::kBits) {
    const auto words = set.words();
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= word_at(bytes_ + 8 * i);
    return;
  }
  each([&set](Document document) { set.add(document); });
}

std::size_t DocumentList::count_in(const DocumentSet& set) const {
  if (form_ == Form::kBits) return count_common_bits(bytes_, set.words());
  std::size_t count = 0;
  each([&](Document document) { count += set.has(document) ? 1 : 0; });
  return count;
}

}  // namespace pilah::search
