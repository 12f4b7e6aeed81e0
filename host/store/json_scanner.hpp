// Steps over compact JSON without reading what it means. Threads: one.
#pragma once

#include <string_view>
#include <vector>

namespace pilah::store {

/// One member of an object, both as written: the key without its quotes.
struct Member {
  std::string_view key;
  std::string_view value;
};

/// The members of an object that is all of the text. Throws std::invalid_argument
/// when it is none, like the other two.
std::vector<Member> members_of(std::string_view object);
/// The elements of an array, likewise.
std::vector<std::string_view> elements_of(std::string_view array);
/// What stands between the quotes of a string, as written.
std::string_view content_of(std::string_view string);

/// Null when it has no such member.
const Member* find(const std::vector<Member>& members, std::string_view key);

}  // namespace pilah::store
