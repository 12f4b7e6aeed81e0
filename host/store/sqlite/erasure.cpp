#include "pilah/store/sqlite/erasure.hpp"

#include "pilah/store/change.hpp"

namespace pilah::store::sqlite {

using catalogue::RegionCode;
using catalogue::Uuid;

std::vector<ChangeText> change_texts(Database& database, const RegionCode& region, RecordKind kind,
                                     const Uuid& record, std::int64_t end) {
  Statement statement = database.prepare(
      "SELECT sequence, text FROM audit JOIN change USING (region, sequence) "
      "WHERE region = ? AND record = ? AND kind = ? AND sequence < ? ORDER BY sequence DESC");
  statement.bind(1, std::string_view(region.text())).bind(2, record.bytes);
  statement.bind(3, static_cast<std::int64_t>(kind)).bind(4, end);
  std::vector<ChangeText> texts;
  while (statement.step()) {
    texts.push_back({statement.integer(0), std::string(statement.text(1))});
  }
  return texts;
}

Digest digest_of_erasure(std::span<const std::uint8_t> salt, std::string_view document,
                         const std::vector<ChangeText>& texts) {
  std::string covered(document);
  for (const auto& change : texts) {
    // The length keeps one text from passing for two.
    covered += '\n' + std::to_string(change.sequence) + ' ' + std::to_string(change.text.size()) +
               ' ' + change.text;
  }
  return salted(salt, covered);
}

void erase_from_changes(Database& database, const RegionCode& region,
                        std::vector<ChangeText>& texts, const std::vector<std::string>& fields) {
  for (auto& change : texts) {
    auto left = without_fields(change.text, fields);
    if (left == change.text) continue;
    change.text = std::move(left);
    Statement statement =
        database.prepare("UPDATE change SET text = ? WHERE region = ? AND sequence = ?");
    statement.bind(1, std::string_view(change.text)).bind(2, std::string_view(region.text()));
    statement.bind(3, change.sequence).run();
  }
}

}  // namespace pilah::store::sqlite
