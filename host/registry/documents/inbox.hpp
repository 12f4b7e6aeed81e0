// An inbox, as HTTP and the command line tell of it.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/notifications/inbox.hpp"

namespace pilah::registry {

/// {"notifications", "unread", "deadline", "next"}; the last two only where there is one.
boost::json::object inbox_document(const Inbox& inbox, const catalogue::Sentences& sentences);

/// {"regions": [{"region", "unread"}]}
boost::json::object unread_document(const std::vector<UnreadInRegion>& regions);

}  // namespace pilah::registry
