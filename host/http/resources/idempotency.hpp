// POST that may be sent again: Idempotency-Key.
//
// The change that a request asks for is stored together with its key, so it is made
// once, however often the request comes and whenever the host is killed. The same key
// with the same request answers as the first time (with Idempotency-Replayed: true);
// with another request 422; while the first is under way 409; and when the host ended
// between change and answer 409 too, naming the revision that was made. Every POST that
// makes something new is so wrapped; openapi.json says it.
#pragma once

#include <functional>

#include "pilah/http/route_table.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// A handler that hands its caller to the use case, which stores the caller's request
/// with its change.
using CallerHandler =
    std::function<Response(const registry::Caller&, const Request&, const PathValues&)>;

/// Whether the answer is kept for whoever asks again.
enum class AnswerIs {
  kKept,
  kToldOnce,  ///< it holds a secret: who asks again hears 409, that it was carried out
};

/// `handler`, at most once for each key. Without the header it is simply called.
/// `environment` must outlive the answer.
std::function<Response(const Request&, const PathValues&)> once(
    const registry::Environment& environment, CallerHandler handler,
    AnswerIs answer = AnswerIs::kKept);

}  // namespace pilah::http
