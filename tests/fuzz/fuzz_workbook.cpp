// Any bytes are a workbook or are refused with a sentence; whatever rows are handed over have
// numbers that a spreadsheet has, in their order. Bytes that begin with a letter of kParts are
// that part of a workbook that is whole otherwise: no chance finds its way through an archive.
#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/plugin.h"
#include "support/zip_file.hpp"
#include "target.hpp"

namespace {

using pilah::selection::fuzz::must;
using pilah::tests::zip_file;
using pilah::tests::ZipParts;

constexpr std::uint64_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostCells = 1'024;

constexpr std::pair<char, const char*> kParts[] = {{'b', "xl/workbook.xml"},
                                                   {'r', "xl/_rels/workbook.xml.rels"},
                                                   {'w', "xl/worksheets/sheet1.xml"},
                                                   {'s', "xl/sharedStrings.xml"},
                                                   {'f', "xl/styles.xml"},
                                                   {'o', "content.xml"}};

std::string relation(const char* id, const char* kind, const char* target) {
  return std::string("<Relationship Id=\"") + id + "\" Type=\"x/" + kind + "\" Target=\"" + target +
         "\"/>";
}

ZipParts whole(bool is_ods) {
  if (is_ods) return {{"content.xml", ""}, {"META-INF/manifest.xml", "<m/>"}};
  return {{"[Content_Types].xml", "<Types/>"},
          {"xl/workbook.xml",
           "<workbook><sheets><sheet name=\"A\" id=\"r1\"/><sheet name=\"B\" id=\"r1\"/></sheets>"
           "</workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
               relation("r2", "sharedStrings", "sharedStrings.xml") +
               relation("r3", "styles", "styles.xml") + "</Relationships>"},
          {"xl/worksheets/sheet1.xml",
           "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c s=\"0\"><v>45352.5</v></c></row>"
           "</sheetData></worksheet>"},
          {"xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>"},
          {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"22\"/></cellXfs></styleSheet>"}};
}

std::string file_of(std::string_view bytes) {
  const auto part = std::find_if(std::begin(kParts), std::end(kParts), [&](const auto& each) {
    return !bytes.empty() && each.first == bytes.front();
  });
  if (part == std::end(kParts)) return std::string(bytes);
  auto parts = whole(part->first == 'o');
  const auto place = std::find_if(parts.begin(), parts.end(),
                                  [&](const auto& each) { return each.first == part->second; });
  place->second = bytes.substr(1);
  return zip_file(parts);
}

struct Seen {
  std::uint64_t last_row = 0;
};

void import(const std::string& file) {
  pilah_create_arguments arguments{};
  arguments.struct_size = sizeof(arguments);
  arguments.language = {"en", 2};
  pilah_stream stream{};
  stream.struct_size = sizeof(stream);
  stream.context = const_cast<std::string*>(&file);
  stream.size = file.size();
  stream.read_at = [](void* context, std::uint64_t offset, void* to, std::uint64_t count) {
    const auto& bytes = *static_cast<const std::string*>(context);
    if (offset >= bytes.size()) return std::int64_t{0};
    const auto done = std::min<std::uint64_t>(count, bytes.size() - offset);
    std::memcpy(to, bytes.data() + offset, done);
    return static_cast<std::int64_t>(done);
  };
  Seen seen;
  pilah_sink sink{};
  sink.struct_size = sizeof(sink);
  sink.context = &seen;
  sink.sheet = [](void* context, pilah_text) {
    static_cast<Seen*>(context)->last_row = 0;
    return std::int32_t{PILAH_OK};
  };
  sink.row = [](void* context, std::uint64_t row, const pilah_text* cells, std::uint32_t count) {
    auto& last = static_cast<Seen*>(context)->last_row;
    must(row > last && row <= kMostRows, "rows have numbers of a sheet, in their order");
    must(count > 0 && count <= kMostCells, "rows have cells, not too many");
    must(cells[count - 1].length > 0, "a row ends with a cell that says something");
    last = row;
    return std::int32_t{PILAH_OK};
  };
  sink.reject = [](void*, std::uint64_t row, std::uint32_t column, pilah_text why) {
    must(row > 0 && row <= kMostRows && column > 0 && why.length > 0,
         "a reject says where and why");
    return std::int32_t{PILAH_OK};
  };
  char text[512];
  pilah_error error{};
  error.struct_size = sizeof(error);
  error.text = text;
  error.capacity = sizeof(text);

  const auto* plugin = pilah_plugin_entry(PILAH_ABI_MAJOR, PILAH_ABI_MINOR);
  const auto* importer = static_cast<const pilah_importer*>(plugin->table(PILAH_IMPORTER_ID));
  const auto status = importer->import_list(&arguments, &stream, &sink, &error);
  must(status == PILAH_OK || status == PILAH_ERROR_INPUT, "a file is read or refused");
  must(status == PILAH_OK || error.length > 0, "a refusal says why");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  import(file_of({reinterpret_cast<const char*>(bytes), size}));
  return 0;
}
