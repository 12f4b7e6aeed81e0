// Server-sent events (WHATWG HTML, 9.2) of one region: that it has changed, and of what
// kind the changes were.
//
//   id: 58
//   event: revision
//   data: {"region":"13.11","revision":58,"kinds":["innovation"]}
//
// The id is the region's revision, so a client that comes again with Last-Event-ID misses
// nothing and is told of no change twice; several changes at once are one event. The
// first event tells where the region is now. A comment keeps quiet connections open. After
// a while the stream ends and the client comes again: its rights are looked at anew.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/http/body_stream.hpp"
#include "pilah/registry/search/region_changes.hpp"

namespace pilah::http {

struct EventTimes {
  std::int64_t heartbeat = 15'000;  ///< milliseconds of silence before a comment
  std::int64_t whole = 600'000;     ///< milliseconds before the stream ends
};

class EventStream : public BodyStream {
 public:
  /// The changes behind a revision.
  using Changes = std::function<registry::RegionChanges(std::int64_t after)>;

  /// `after`: Last-Event-ID; nothing: the client begins. `clock`: steady milliseconds.
  EventStream(std::string region, Changes changes, std::optional<std::int64_t> after,
              std::function<std::int64_t()> clock, EventTimes times = {});

  State next(std::string& piece) override;

 private:
  void tell(std::string& piece, const registry::RegionChanges& changes) const;

  const std::string region_;
  const Changes changes_;
  const std::function<std::int64_t()> clock_;
  const EventTimes times_;
  const std::int64_t ends_at_;
  std::optional<std::int64_t> told_;  // revision
  std::int64_t spoke_at_;
  bool has_begun_ = false;
};

/// The revision that a Last-Event-ID names; nothing for another text.
std::optional<std::int64_t> event_id(std::string_view text);

}  // namespace pilah::http
