#include "pilah/registry/documents/history.hpp"

#include <ctime>

#include <boost/json.hpp>

namespace pilah::registry {

std::string utc_text(std::int64_t milliseconds) {
  const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm calendar{};
  ::gmtime_r(&seconds, &calendar);
  std::string text(20, '\0');
  std::strftime(text.data(), text.size() + 1, "%Y-%m-%dT%H:%M:%SZ", &calendar);
  return text;
}

boost::json::object history_document(const std::vector<HistoryEntry>& history,
                                     const catalogue::Sentences& sentences,
                                     catalogue::Language language) {
  boost::json::array entries;
  for (const auto& entry : history) {
    boost::json::array changes;
    for (const auto& change : entry.changes) {
      changes.push_back({{"pointer", change.pointer},
                         {"field", change.field},
                         {"label", sentences.say({"field." + change.field, {}, ""}, language)},
                         {"before", change.before},
                         {"after", change.after}});
    }
    entries.push_back({{"revision", entry.revision},
                       {"at", utc_text(entry.at)},
                       {"actor", entry.actor},
                       {"action", entry.action},
                       {"changes", std::move(changes)}});
  }
  return {{"history", std::move(entries)}};
}

}  // namespace pilah::registry
