#include "pilah/http/events/event_stream.hpp"

#include <charconv>
#include <limits>
#include <utility>

#include <boost/json.hpp>

namespace pilah::http {
namespace {

/// What browsers wait before they come again.
constexpr std::string_view kRetry = "retry: 3000\n\n";
constexpr std::string_view kHeartbeat = ":\n\n";

}  // namespace

EventStream::EventStream(std::string region, Changes changes, std::optional<std::int64_t> after,
                         std::function<std::int64_t()> clock, EventTimes times)
    : region_(std::move(region)),
      changes_(std::move(changes)),
      clock_(std::move(clock)),
      times_(times),
      ends_at_(clock_() + times.whole),
      told_(after),
      spoke_at_(clock_()) {}

BodyStream::State EventStream::next(std::string& piece) {
  const std::int64_t now = clock_();
  if (now >= ends_at_) return State::kEnd;
  if (!std::exchange(has_begun_, true)) piece += kRetry;
  bool is_all = true;
  // Who begins is told the present revision alone: there is nothing that he had before.
  constexpr std::int64_t kBehindAll = std::numeric_limits<std::int64_t>::max();
  const auto changes = changes_(told_.value_or(kBehindAll));
  // A revision below what was told: an older backup was restored, and the client must know.
  if (!told_ || changes.revision != *told_) {
    tell(piece, changes);
    told_ = changes.revision;
    is_all = changes.is_all;
  } else if (now - spoke_at_ >= times_.heartbeat) {
    piece += kHeartbeat;
  }
  if (!piece.empty()) spoke_at_ = now;
  return is_all ? State::kLater : State::kMore;
}

void EventStream::tell(std::string& piece, const registry::RegionChanges& changes) const {
  boost::json::array kinds(changes.kinds.begin(), changes.kinds.end());
  const boost::json::object data{
      {"region", region_}, {"revision", changes.revision}, {"kinds", std::move(kinds)}};
  piece += "id: " + std::to_string(changes.revision) +
           "\nevent: revision\ndata: " + boost::json::serialize(data) + "\n\n";
}

std::optional<std::int64_t> event_id(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 0) {
    return std::nullopt;
  }
  return number;
}

}  // namespace pilah::http
