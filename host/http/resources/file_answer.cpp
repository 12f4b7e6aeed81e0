#include "pilah/http/resources/file_answer.hpp"

#include <memory>
#include <utility>

#include "pilah/http/percent_encoding.hpp"
#include "pilah/registry/evidence/media_type.hpp"

namespace pilah::http {
namespace {

class FileStream : public BodyStream {
 public:
  explicit FileStream(registry::EvidenceFile file) : file_(std::move(file)) {}

  State next(std::string& piece) override { return file_.next(piece) ? State::kMore : State::kEnd; }

 private:
  const registry::EvidenceFile file_;
};

}  // namespace

Response file_answer(registry::EvidenceFile file) {
  const auto& evidence = file.evidence;
  Response response;
  response.content_type = evidence.media_type;
  if (response.content_type == "text/plain") response.content_type += "; charset=utf-8";
  const char* disposition =
      registry::is_shown_in_place(evidence.media_type) ? "inline" : "attachment";
  response.headers = {
      {"Content-Disposition",
       disposition + std::string("; filename*=UTF-8''") + percent_encoded(evidence.file_name)},
      {"Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"},
      {"ETag", '"' + evidence.sha256 + '"'},
      {"X-Content-Type-Options", "nosniff"}};
  response.stream = std::make_shared<FileStream>(std::move(file));
  return response;
}

}  // namespace pilah::http
