// Files of registry-data, as tests read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pilah::tests {

/// The whole file; throws std::runtime_error when it cannot be read.
std::string registry_data(std::string_view path);

/// Every file of registry-data/messages.
std::vector<std::string> message_files();

}  // namespace pilah::tests
