// Happenings in the catalogue's database, in tables of their own.
#pragma once

#include "pilah/store/happenings.hpp"
#include "pilah/store/sqlite/database.hpp"

namespace pilah::store::sqlite {

/// Within a transaction of `database`, for the thread that has it. `now`: its time.
class SqliteHappenings : public HappeningWriter {
 public:
  SqliteHappenings(Database& database, std::int64_t now) : database_(database), now_(now) {}

  std::vector<catalogue::Happening> told(const catalogue::RegionCode& region,
                                         const Addresses& addresses, std::int64_t before,
                                         std::size_t limit) override;
  std::optional<catalogue::Happening> happening(const catalogue::RegionCode& region,
                                                std::int64_t number) override;
  ReadMark read_mark(const catalogue::RegionCode& region, std::string_view account) override;
  std::int64_t tell(const catalogue::Happening& happening, const Addresses& addresses) override;
  void mark_read(const catalogue::RegionCode& region, std::string_view account,
                 std::int64_t number) override;
  void mark_all_read(const catalogue::RegionCode& region, std::string_view account,
                     std::int64_t until) override;
  void drop_happenings(const catalogue::RegionCode& region, std::int64_t at) override;
  void drop_read_marks(std::string_view account) override;

 private:
  Database& database_;
  std::int64_t now_;
};

}  // namespace pilah::store::sqlite
