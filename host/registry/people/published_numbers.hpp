// Numbers of persons in what a region shows to everybody: a look before publishing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostPublishedNumbers = 1'000;

struct PublishedNumber {
  catalogue::InnovationId innovation;
  std::string name;       ///< of the innovation
  std::string field;      ///< in which it stands
  std::string kind;       ///< "nik", "nip", "phone", "bank_account"
  std::string beginning;  ///< of the number: enough to find it, too little to be one
};

/// Looks through every field that is public of every innovation that is; finds what
/// looks like NIK, NIP, telephone or bank account, kMostPublishedNumbers at most. For the
/// region's administrator.
std::vector<PublishedNumber> published_numbers(const Environment& environment, const Caller& caller,
                                               const catalogue::RegionCode& region);

/// "1311…": as warnings show a number.
std::string beginning_of(std::string_view number);

}  // namespace pilah::registry
