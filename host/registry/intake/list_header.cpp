#include "pilah/registry/intake/list_header.hpp"

#include <algorithm>
#include <set>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/words.hpp"
#include "pilah/registry/intake/plain_text.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

/// A mapping file, for a person who needs one.
constexpr const char* kExample = R"({"Judul Kegiatan": "name", "Dinas": "owner"})";

bool is_blank(std::string_view cell) {
  return cell.find_first_not_of(" \t\r\n\xC2\xA0") == std::string_view::npos;
}

std::string folded(std::string_view header) {
  const std::string line = plain_line(header);
  std::string words = catalogue::plain_words(line);
  return words.empty() ? line : words;
}

/// The field of a header; "" for one that is known and unread.
std::optional<std::string_view> field_of(std::string_view header, HeaderSet set,
                                         const ListWords& words, const ColumnMap& map) {
  if (const auto field = map.field_of(header)) return field;
  const auto field = words.field_of(set, header);
  if (!field.empty()) return field;
  if (words.is_ignored(header)) return "";
  return std::nullopt;
}

/// How much a row looks like a header: a field twice, an ignored header once.
int score_of(const ListRow& row, HeaderSet set, const ListWords& words, const ColumnMap& map) {
  int score = 0;
  std::set<std::string_view> seen;
  for (const auto& cell : row.cells) {
    // Headers are short; a paragraph need not be folded to know that it is none.
    if (cell.size() > 120 || is_blank(cell)) continue;
    const auto field = field_of(plain_line(cell), set, words, map);
    if (!field) continue;
    if (field->empty()) {
      ++score;
    } else if (seen.insert(*field).second) {
      score += 2;
    }
  }
  return score;
}

ListHeader header_of(const ListRow& row, HeaderSet set, const ListWords& words,
                     const ColumnMap& map) {
  ListHeader header;
  header.row = row.row;
  std::set<std::string_view> taken;
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    std::string text = plain_line(row.cells[index]);
    header.headers.push_back(folded(text));
    header.written.push_back(text);
    if (text.empty()) continue;
    const auto field = field_of(text, set, words, map);
    // The first column of a field has it; a list with two names them in a mapping file.
    if (field && !field->empty() && taken.insert(*field).second) {
      header.columns.push_back({index, std::move(text), std::string(*field)});
    } else {
      header.unread.push_back(std::move(text));
    }
  }
  return header;
}

std::string joined(const std::vector<std::string>& texts) {
  constexpr std::size_t kShown = 30;
  std::string all;
  for (std::size_t i = 0; i < texts.size() && i < kShown; ++i) {
    if (!all.empty()) all += ", ";
    all += texts[i].size() > 60 ? std::string("...") : texts[i];
  }
  return texts.size() > kShown ? all + ", ..." : all;
}

std::vector<std::string> shown_cells(const ListRow& row) {
  std::vector<std::string> cells;
  for (const auto& cell : row.cells) {
    if (!is_blank(cell)) cells.push_back(plain_line(cell));
  }
  return cells;
}

/// The fields that say something of an innovation, beside its name and where it is.
bool describes(std::string_view field, const ListWords& words) {
  return field != "key" && field != "name" && !field.starts_with("region") &&
         !field.starts_with("province") && !words.is_attribute(field);
}

/// "nama" stands over innovations, agencies and regions alike: alone it proves nothing.
bool is_ambiguous(const ListHeader& header, const ListWords& words, const ColumnMap& map) {
  if (!map.empty()) return false;
  const auto* name = header.column_of("name");
  if (words.field_of(HeaderSet::kOrganisations, name->header) != "name") return false;
  return std::none_of(header.columns.begin(), header.columns.end(),
                      [&](const ListColumn& column) { return describes(column.field, words); });
}

void require_mapped_columns(const ListHeader& header, const ColumnMap& map) {
  for (const auto& column : map.columns()) {
    const auto wanted = folded(column);
    if (std::find(header.headers.begin(), header.headers.end(), wanted) != header.headers.end()) {
      continue;
    }
    throw Refusal(RefusalKind::kInvalid, Message{"intake.map_column_missing",
                                                 {{"column", column},
                                                  {"row", std::to_string(header.row)},
                                                  {"headers", joined(header.headers)}},
                                                 ""});
  }
}

/// What is no JSON is said of the mapping: the list is a document, too.
boost::json::value mapping_document(std::string_view json) {
  try {
    return catalogue::parse_json(json);
  } catch (const Refusal& refusal) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"intake.map_syntax", refusal.messages().front().arguments, ""});
  }
}

}  // namespace

ColumnMap ColumnMap::read(std::string_view json, HeaderSet set, const ListWords& words) {
  const auto document = mapping_document(json);
  const auto* object = document.if_object();
  const auto refuse = [](const char* kind, std::vector<std::pair<std::string, std::string>> args) {
    throw Refusal(RefusalKind::kInvalid, Message{kind, std::move(args), ""});
  };
  if (!object || object->empty()) refuse("intake.map_shape", {{"example", kExample}});
  const auto& known = words.fields(set);
  ColumnMap map;
  for (const auto& member : *object) {
    const std::string column(member.key());
    if (!member.value().is_string() && !member.value().is_null()) {
      refuse("intake.map_shape", {{"example", kExample}});
    }
    std::string field;
    if (member.value().is_string()) field = member.value().get_string();
    if (!field.empty() && !std::binary_search(known.begin(), known.end(), field)) {
      refuse("intake.map_field_unknown",
             {{"column", column}, {"field", field}, {"known", joined(known)}});
    }
    map.fields_[folded(column)] = {column, std::move(field)};
  }
  return map;
}

std::optional<std::string_view> ColumnMap::field_of(std::string_view header) const {
  if (fields_.empty()) return std::nullopt;
  const auto found = fields_.find(folded(header));
  if (found == fields_.end()) return std::nullopt;
  return found->second.field;
}

std::vector<std::string> ColumnMap::columns() const {
  std::vector<std::string> columns;
  for (const auto& [key, entry] : fields_) columns.push_back(entry.column);
  return columns;
}

const ListColumn* ListHeader::column_of(std::string_view field) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ListColumn& column) { return column.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

HeaderFinding find_header(const std::vector<ListRow>& rows, HeaderSet set, const ListWords& words,
                          const ColumnMap& map) {
  HeaderFinding finding;
  int best = 0;
  std::size_t widest = 0;
  std::optional<ListHeader> found;
  for (std::size_t i = 0; i < rows.size() && i < kHeaderRows; ++i) {
    if (shown_cells(rows[i]).size() > shown_cells(rows[widest]).size()) widest = i;
    const int score = score_of(rows[i], set, words, map);
    if (score <= best) continue;
    auto header = header_of(rows[i], set, words, map);
    // A row of data may hold a word or two that are headers elsewhere; the header has the name.
    const bool loses_name = found && found->column_of("name") && !header.column_of("name");
    if (loses_name && score < best + 4) continue;
    best = score;
    finding.index = i;
    found = std::move(header);
  }
  if (!found || !found->column_of("name")) {
    if (!found) finding.index = widest;
    const ListRow& seen = rows[finding.index];
    finding.problem = {"intake.no_header",
                       {{"row", std::to_string(seen.row)},
                        {"seen", joined(shown_cells(seen))},
                        {"example", kExample}},
                       ""};
    return finding;
  }
  require_mapped_columns(*found, map);
  if (set == HeaderSet::kInnovations && is_ambiguous(*found, words, map)) {
    finding.problem = {"intake.no_innovations",
                       {{"row", std::to_string(found->row)},
                        {"column", found->column_of("name")->header},
                        {"seen", joined(shown_cells(rows[finding.index]))},
                        {"example", "{\"" + found->column_of("name")->header + "\": \"name\"}"}},
                       ""};
    return finding;
  }
  finding.header = std::move(found);
  return finding;
}

namespace {

bool repeats_header(const ListHeader& header, const ListRow& row) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_blank(row.cells[i])) continue;
    if (row.cells[i].size() > 120 || i >= header.headers.size()) return false;
    if (folded(row.cells[i]) != header.headers[i]) return false;
    ++same;
  }
  return same > 1 || same == header.headers.size();
}

/// "1 2 3 4" or "(1) (2) (3)", as official tables number their columns.
bool numbers_columns(const ListHeader& header, const ListRow& row) {
  if (row.row != header.row + 1) return false;
  int expected = 0;
  int count = 0;
  for (const auto& cell : row.cells) {
    if (is_blank(cell)) continue;
    const std::string number = catalogue::plain_words(plain_line(cell));
    if (number.size() > 3 || number.empty() ||
        !std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      return false;
    }
    const int value = std::stoi(number);
    if (count > 0 && value != expected) return false;
    expected = value + 1;
    ++count;
  }
  return count >= 3;
}

/// "Rp 11.000.000", "11 juta", "12": short, with a digit.
bool is_amount(std::string_view cell) {
  constexpr std::size_t kLongest = 40;
  return is_blank(cell) ||
         (cell.size() <= kLongest && cell.find_first_of("0123456789") != std::string_view::npos);
}

/// "Jumlah" or "Total" first, and nothing behind it but amounts.
bool sums_up(const ListHeader& header, const ListRow& row, const ListWords& words) {
  const auto first = std::find_if_not(row.cells.begin(), row.cells.end(), is_blank);
  if (first == row.cells.end() || first->size() > 60 || !words.means_total(plain_line(*first))) {
    return false;
  }
  const auto* name = header.column_of("name");
  const auto at = static_cast<std::size_t>(first - row.cells.begin());
  const bool named = name && at != name->index && name->index < row.cells.size() &&
                     !is_blank(row.cells[name->index]);
  return !named && std::all_of(first + 1, row.cells.end(), is_amount);
}

}  // namespace

bool is_no_entry(const ListHeader& header, const ListRow& row, const ListWords& words) {
  return std::all_of(row.cells.begin(), row.cells.end(), is_blank) || repeats_header(header, row) ||
         numbers_columns(header, row) || sums_up(header, row, words);
}

}  // namespace pilah::registry
