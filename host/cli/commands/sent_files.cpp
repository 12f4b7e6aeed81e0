#include "pilah/cli/commands/sent_files.hpp"

#include <fstream>
#include <memory>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/session.hpp"

namespace pilah::cli {
namespace {

using catalogue::RefusalKind;

[[noreturn]] void refuse(RefusalKind kind, const std::string& file, const char* why) {
  throw catalogue::Refusal(
      kind, catalogue::Message{"cli.file_unreadable", {{"file", file}, {"why", why}}, ""});
}

struct OpenFile {
  std::ifstream in;
  std::vector<char> piece = std::vector<char>(std::size_t{64} * 1024);
};

}  // namespace

registry::EvidenceUpload upload_of(const Session& session, const std::string& file,
                                   const std::string& field) {
  const auto path = session.resolve(file);
  const auto open = std::make_shared<OpenFile>();
  open->in.open(path, std::ios::binary);
  if (!open->in) refuse(RefusalKind::kInvalid, file, "it cannot be opened");
  return {path.filename().string(), field, [open]() -> std::string_view {
            auto& piece = open->piece;
            open->in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            return {piece.data(), static_cast<std::size_t>(open->in.gcount())};
          }};
}

void save(const Session& session, const registry::EvidenceFile& file, const std::string& path) {
  std::ofstream out(session.resolve(path), std::ios::binary);
  std::string piece;
  while (out && file.next(piece)) {
    out << piece;
    piece.clear();
  }
  out.flush();
  if (!out) refuse(RefusalKind::kUnavailable, path, "it cannot be written");
}

}  // namespace pilah::cli
