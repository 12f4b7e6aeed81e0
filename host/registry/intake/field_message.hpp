// What is wrong with one cell of a row: the message, and the field that the cell fills.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/registry/intake/field.hpp"

namespace pilah::registry {

/// The message's {column} is filled in once the header is at hand.
struct FieldMessage {
  Field field = Field::kName;
  catalogue::Message message;
};
using FieldMessages = std::vector<FieldMessage>;

}  // namespace pilah::registry
