// Files of registry-data, as tests read them.
#pragma once

#include <string>
#include <string_view>

namespace pilah::tests {

/// The whole file; throws std::runtime_error when it cannot be read.
std::string registry_data(std::string_view path);

}  // namespace pilah::tests
