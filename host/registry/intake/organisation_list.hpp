// Importing a list of a region's organisations (code, name, kind, aliases).
#pragma once

#include <cstdint>
#include <functional>

#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/list_file.hpp"

namespace pilah::registry {

/// An organisation is known again by its code, else by its name or an alias. A
/// new name for a known code becomes the name, the former one an alias; what a
/// list leaves out stays. At most 100,000 rows: all are read before the first is
/// stored. Throws as import_list() does.
ImportReport import_organisations(const Environment& environment, const Caller& caller,
                                  const ImportRequest& request, const ListFile& list,
                                  const std::function<void(const ImportedRow&)>& each_row,
                                  const std::function<void(std::int64_t rows)>& progress);

}  // namespace pilah::registry
