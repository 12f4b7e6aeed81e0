// Answers that take a while to work out, of what does not change: whoever has one is told so
// before anything is worked out, one at a time is, and what the time cut off is not kept.
#pragma once

#include <string>
#include <utility>

#include <boost/json/object.hpp>

#include "pilah/http/one_at_a_time.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/registry/choice/deadline.hpp"

namespace pilah::http {

/// The turn; throws HttpRefusal(503) while another has it.
inline OneAtATime::Turn turn_of(OneAtATime& working) {
  auto turn = working.take();
  if (!turn) throw HttpRefusal(503, {"http.question_under_way", {}, ""});
  return *std::move(turn);
}

/// `asked` names the answer: all that it hangs on. `answer` gives, of a deadline, the document
/// and whether it is complete.
template <class Answer>
Response worked_out(const registry::Environment& environment, OneAtATime& working,
                    const Request& request, const std::string& asked, std::int64_t milliseconds,
                    Answer answer) {
  const std::string tag = body_tag(asked);
  Response response = json_response(200, nullptr);
  if (!names_tag(request.if_none_match, tag)) {
    const auto turn = turn_of(working);
    const registry::Deadline deadline(environment.steady_milliseconds, milliseconds);
    const auto [document, complete] = answer(deadline);
    response = json_response(200, document);
    if (!complete) {
      response.headers.emplace_back("Cache-Control", "no-store");
      return response;
    }
  }
  response.headers.emplace_back("ETag", tag);  // where the caller has it, becomes a 304
  return response;
}

}  // namespace pilah::http
