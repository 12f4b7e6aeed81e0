#include "pilah/registry/evidence/received_file.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/evidence/media_type.hpp"
#include "pilah/registry/evidence/text_check.hpp"
#include "pilah/store/evidence_files.hpp"

namespace pilah::registry {
namespace {

constexpr std::size_t kLongestFileName = 200;

[[noreturn]] void refuse(const char* kind, std::vector<std::pair<std::string, std::string>> with,
                         const char* pointer = "") {
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{kind, std::move(with), pointer});
}

/// Without the folders that a browser of old sends too, and nothing but text.
std::string name_of(std::string_view sent) {
  sent.remove_prefix(
      sent.find_last_of("/\\") == std::string_view::npos ? 0 : sent.find_last_of("/\\") + 1);
  if (sent.empty() || sent.size() > kLongestFileName || !is_plain_line(sent)) {
    refuse("evidence.bad_name", {{"largest", std::to_string(kLongestFileName)}}, "/file_name");
  }
  return std::string(sent);
}

}  // namespace

catalogue::Evidence received(store::IncomingFile& incoming, const EvidenceUpload& upload) {
  FileEnds ends;
  TextCheck text;
  for (auto piece = upload.next(); !piece.empty(); piece = upload.next()) {
    if (incoming.size() + static_cast<std::int64_t>(piece.size()) > kLargestEvidence) {
      refuse("evidence.too_large", {{"largest", std::to_string(kLargestEvidence)}});
    }
    incoming.append(piece);
    ends.head.append(
        piece.substr(0, FileEnds::kHead - std::min(FileEnds::kHead, ends.head.size())));
    ends.tail.append(piece);
    if (ends.tail.size() > 2 * FileEnds::kTail) {
      ends.tail.erase(0, ends.tail.size() - FileEnds::kTail);
    }
    text.feed(piece);
  }
  ends.is_text = text.is_text();
  const auto type = media_type_of(ends);
  if (!type) refuse("evidence.unknown_type", {{"file", upload.file_name}});
  catalogue::Evidence evidence;
  evidence.file_name = name_of(upload.file_name);
  evidence.media_type = *type;
  evidence.field = upload.field;
  evidence.size = incoming.size();
  evidence.sha256 = incoming.keep();
  return evidence;
}

}  // namespace pilah::registry
