// ZIP archives for tests, their parts said in the test.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pilah::tests {

using ZipParts = std::vector<std::pair<std::string, std::string>>;  ///< name, content

/// The archive's bytes; the parts in their order, deflated.
std::string zip_file(const ZipParts& parts);

}  // namespace pilah::tests
