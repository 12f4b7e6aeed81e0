#include "pilah/registry/workflow/review.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kMostComments = 200;
constexpr std::size_t kLongestText = 2000;

ReviewEntry told(const Environment& environment, WorkingVersion version) {
  Innovation submitted = version.entry;
  submitted.status = catalogue::Status::kSubmitted;
  return {std::move(version), catalogue::validate(submitted, environment.taxonomy)};
}

}  // namespace

ReviewEntry review(const Environment& environment, const Caller& caller, InnovationId id) {
  WorkingVersion version;
  environment.store.read([&](store::Reader& reader) { version = working_version(reader, id); });
  require(caller, Deed::kReadInternal, subject_of(version.entry));
  return told(environment, std::move(version));
}

ReviewEntry comment(const Environment& environment, const Caller& caller, InnovationId id,
                    std::string_view pointer, std::string_view text) {
  require_field(pointer, "/pointer");
  require_text(text, "/text");
  WorkingVersion version;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    version = working_version(writer, id);
    require(caller, Deed::kComment, subject_of(version.entry));
    auto& comments = version.review.comments;
    if (comments.size() >= kMostComments) {
      throw Refusal(
          RefusalKind::kConflict,
          Message{"workflow.comments_full", {{"limit", std::to_string(kMostComments)}}, ""});
    }
    const std::int64_t number = comments.empty() ? 1 : comments.back().number + 1;
    comments.push_back(
        {number, caller.actor, environment.now(), std::string(pointer), std::string(text), false});
    writer.put(version.review, "commented");
    tell_commented(writer, version, caller.actor);
  });
  return told(environment, std::move(version));
}

ReviewEntry settle_comment(const Environment& environment, const Caller& caller, InnovationId id,
                           std::int64_t number) {
  WorkingVersion version;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    version = working_version(writer, id);
    require(caller, Deed::kComment, subject_of(version.entry));
    auto& comments = version.review.comments;
    const auto found = std::ranges::find(comments, number, &catalogue::Comment::number);
    if (found == comments.end()) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"workflow.no_such_comment", {{"number", std::to_string(number)}}, ""});
    }
    found->settled = true;
    writer.put(version.review, "settled");
  });
  return told(environment, std::move(version));
}

void require_field(std::string_view pointer, const std::string& place) {
  if (pointer.empty()) return;
  const std::string_view first = pointer.substr(1, pointer.find('/', 1) - 1);
  bool known = false;
  const Innovation none;
  Innovation::fields(none, [&](const char* key, const auto&) { known = known || first == key; });
  if (pointer.front() == '/' && known) return;
  throw Refusal(RefusalKind::kInvalid,
                Message{"workflow.unknown_field", {{"pointer", std::string(pointer)}}, place});
}

void require_text(std::string_view text, const std::string& place) {
  if (!text.empty() && text.size() <= kLongestText) return;
  throw Refusal(RefusalKind::kInvalid, Message{"workflow.text_length",
                                               {{"limit", std::to_string(kLongestText)},
                                                {"size", std::to_string(text.size())}},
                                               place});
}

}  // namespace pilah::registry
