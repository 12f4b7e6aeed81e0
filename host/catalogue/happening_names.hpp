// The words by which happenings and deliveries are written.
#pragma once

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/happening.hpp"
#include "pilah/catalogue/webhook.hpp"

namespace pilah::catalogue {

template <>
struct EnumNames<HappeningKind> {
  static constexpr std::array kNames = std::to_array<std::string_view>(
      {"submitted", "approved", "returned", "verified", "published", "archived", "merged",
       "commented", "handed-over", "proposed", "imported", "period-opened", "report-due",
       "follow-up-raised"});
};

template <>
struct EnumNames<DeliveryState> {
  static constexpr std::array kNames =
      std::to_array<std::string_view>({"waiting", "delivered", "given-up"});
};

}  // namespace pilah::catalogue
