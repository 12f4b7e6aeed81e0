#include "pilah/registry/documents/inbox.hpp"

#include <boost/json.hpp>

#include "pilah/registry/documents/happening.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

json::object both(const catalogue::Message& message, const catalogue::Sentences& sentences) {
  return {{"id", sentences.say(message, catalogue::Language::kIndonesian)},
          {"en", sentences.say(message, catalogue::Language::kEnglish)}};
}

json::object notification(const Notification& each, const catalogue::Sentences& sentences) {
  auto document = happening_document(each.happening);
  document["number"] = each.happening.number;
  document["by"] = each.happening.by;
  document["read"] = each.read;
  document["text"] = both(each.told, sentences);
  return document;
}

}  // namespace

json::object inbox_document(const Inbox& inbox, const catalogue::Sentences& sentences) {
  json::array notifications;
  for (const auto& each : inbox.notifications) {
    notifications.push_back(notification(each, sentences));
  }
  json::object document{{"notifications", std::move(notifications)}, {"unread", inbox.unread}};
  if (inbox.deadline) document["deadline"] = both(*inbox.deadline, sentences);
  json::array duties;
  for (const auto& each : inbox.duties) duties.push_back(both(each, sentences));
  document["duties"] = std::move(duties);
  if (inbox.next > 0) document["next"] = inbox.next;
  return document;
}

json::object unread_document(const std::vector<UnreadInRegion>& regions) {
  json::array all;
  for (const auto& each : regions) {
    all.push_back(json::object{{"region", each.region.text()}, {"unread", each.unread}});
  }
  return {{"regions", std::move(all)}};
}

}  // namespace pilah::registry
