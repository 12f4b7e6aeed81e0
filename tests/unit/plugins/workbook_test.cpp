// The importer `workbook`, in its sandbox: XLSX and ODS files as programs write them.
#include <fstream>
#include <string>
#include <vector>

#include "pilah/plugin/run/import_run.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"
#include "support/zip_file.hpp"

using namespace pilah::plugin;
using pilah::tests::zip_file;
using pilah::tests::ZipParts;

namespace {

using Lines = std::vector<std::string>;

/// What was handed over: "[Sheet]", "2: a|b", "3/2! why".
struct Taken : RowTaker {
  Lines lines;

  bool sheet(std::string_view name) override {
    lines.push_back('[' + std::string(name) + ']');
    return true;
  }
  bool row(std::uint64_t number, const std::vector<std::string_view>& cells) override {
    std::string line = std::to_string(number) + ':';
    const char* separator = " ";
    for (const auto cell : cells) {
      line += separator + std::string(cell);
      separator = "|";
    }
    lines.push_back(std::move(line));
    return true;
  }
  bool rejected(std::uint64_t number, std::uint32_t column, std::string_view why) override {
    lines.push_back(std::to_string(number) + '/' + std::to_string(column) + "! " +
                    std::string(why));
    return true;
  }
};

const InstalledPlugins& plugins() {
  static const InstalledPlugins all(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  return all;
}

RunEnd import(const std::string& bytes, Taken& taken) {
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.xlsx";
  std::ofstream(path, std::ios::binary) << bytes;
  ImportOptions options;
  options.language = "en";
  return run_importer(plugins(), *plugins().find("workbook"), {}, path, taken, options);
}

Lines read(const std::string& bytes) {
  Taken taken;
  const RunEnd end = import(bytes, taken);
  CAPTURE(end.detail, end.number);
  CHECK(end.done());
  return taken.lines;
}

std::string refusal_of(const std::string& bytes) {
  Taken taken;
  const RunEnd end = import(bytes, taken);
  CAPTURE(end.detail, end.number);
  CHECK(end.outcome == Outcome::kBadFile);
  return end.detail;
}

/// The parts of an XLSX workbook with one sheet, "Data".
ZipParts xlsx_parts(const std::string& rows, const std::string& strings = "",
                    const std::string& styles = "") {
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string relation = "<Relationship Id=\"";
  return {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", "<Relationships>" + relation + "r1\" Type=\"" + types +
                          "officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/>"
       "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships>" + relation + "r1\" Type=\"" + types +
           "worksheet\" Target=\"worksheets/sheet1.xml\"/>" + relation + "r2\" Type=\"" + types +
           "sharedStrings\" Target=\"sharedStrings.xml\"/>" + relation + "r3\" Type=\"" + types +
           "styles\" Target=\"styles.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
      {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
      {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
  };
}

std::string xlsx(const std::string& rows, const std::string& strings = "",
                 const std::string& styles = "") {
  return zip_file(xlsx_parts(rows, strings, styles));
}

/// A workbook whose cells are the numbers, each in the format beside it.
Lines shown(const std::vector<std::pair<std::string, std::string>>& cells) {
  std::string formats;
  std::string styles;
  std::string rows;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string id = std::to_string(200 + i);
    formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + cells[i].second + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
    rows += "<row><c s=\"" + std::to_string(i) + "\"><v>" + cells[i].first + "</v></c></row>";
  }
  auto lines =
      read(xlsx(rows, "", "<numFmts>" + formats + "</numFmts><cellXfs>" + styles + "</cellXfs>"));
  lines.erase(lines.begin());
  for (auto& line : lines) line.erase(0, line.find(' ') + 1);
  return lines;
}

std::string ods(const std::string& sheets) {
  return zip_file(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
        "xmlns:draw=\"d\"><office:body><office:spreadsheet>" +
            sheets + "</office:spreadsheet></office:body></office:document-content>"},
       {"META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"}});
}

std::string ods_sheet(const std::string& rows) {
  return ods("<table:table table:name=\"Data\">" + rows + "</table:table>");
}

}  // namespace

TEST_CASE("A workbook's rows come with its texts, numbers and the numbers that the sheet shows") {
  CHECK(read(xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>2019</v></c></row>",
            "<si><t>Nama</t></si><si><t>Tahun</t></si><si><t>Antrean Daring</t></si>")) ==
        Lines{"[Data]", "1: Nama|Tahun", "3: Antrean Daring|2019"});
}

TEST_CASE("Cells without a value keep their place, blank rows are left out") {
  CHECK(
      read(xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"D1\"><v>4</v></c><c r=\"XFD1\"/></row>"
                "<row r=\"2\"><c r=\"A2\"/></row><row r=\"7\"><c r=\"B7\"><v>2</v></c></row>")) ==
      Lines{"[Data]", "1: 1|||4", "7: |2"});
}

TEST_CASE("Rows and cells without an address follow those before") {
  CHECK(read(xlsx("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")) ==
        Lines{"[Data]", "1: 1||3", "2: 4"});
}

TEST_CASE("A text in several fonts is one text, and reading aids are none") {
  CHECK(read(xlsx("<row><c t=\"s\"><v>0</v></c></row>",
                  "<si><r><t>Antrean </t></r><r><rPr/><t>Daring</t></r>"
                  "<rPh><t>reading</t></rPh></si>")) == Lines{"[Data]", "1: Antrean Daring"});
}

TEST_CASE("Texts within the sheet, of formulas, truths, errors and ISO dates are read") {
  CHECK(read(xlsx("<row><c t=\"inlineStr\"><is><t>Dinas</t></is></c>"
                  "<c t=\"str\"><f>A1&amp;\"x\"</f><v>Dinasx</v></c><c t=\"b\"><v>1</v></c>"
                  "<c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2024-03-01</v></c></row>")) ==
        Lines{"[Data]", "1: Dinas|Dinasx|TRUE|#N/A|2024-03-01"});
}

TEST_CASE("Of a formula the value that was stored with it is read") {
  CHECK(read(xlsx("<row><c><f>1+1</f><v>2</v></c></row>")) == Lines{"[Data]", "1: 2"});
}

TEST_CASE("A formula that was never calculated is told with its cell") {
  CHECK(
      read(xlsx("<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"C4\"><f>SUM(A1:A3)</f></c></row>")) ==
      Lines{"[Data]",
            "4/3! its formula was never calculated; open it in a spreadsheet and save it"});
}

TEST_CASE("Escaped characters are themselves, and control characters are blanks") {
  CHECK(read(xlsx("<row><c t=\"inlineStr\"><is><t>a_x000D_b_x0007_c_x005F_x000D_ _x00zz_ "
                  "1_x</t></is></c></row>")) == Lines{"[Data]", "1: a\rb c_x000D_ _x00zz_ 1_x"});
}

TEST_CASE("Dates that are stored as days since 1900 are dates") {
  CHECK(shown({{"45352", "dd/mm/yyyy"},
               {"45352", "d mmmm yyyy;@"},
               {"45352", "[$-421]dd mmmm yyyy"},
               {"45352", "mmm-yy"},
               {"45352", "yyyy"},
               {"45352.5625", "dd/mm/yyyy h:mm"},
               {"45352", "dd/mm/yyyy h:mm"},
               {"0.5625", "h:mm"},
               {"1.0625", "[h]:mm"},
               {"1", "yyyy-mm-dd"},
               {"59", "yyyy-mm-dd"},
               {"61", "yyyy-mm-dd"},
               {"-5", "yyyy-mm-dd"},
               {"9999999", "yyyy-mm-dd"}}) == Lines{"2024-03-01", "2024-03-01", "2024-03-01",
                                                    "2024-03", "2024", "2024-03-01 13:30",
                                                    "2024-03-01", "13:30", "25:30", "1900-01-01",
                                                    "1900-02-28", "1900-03-01", "-5", "9999999"});
}

TEST_CASE("Numbers that the workbook knows without a code are dates and times, too") {
  const std::string styles =
      "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"22\"/><xf "
      "numFmtId=\"10\"/>"
      "<xf numFmtId=\"17\"/></cellXfs>";
  CHECK(
      read(xlsx(
          "<row><c s=\"0\"><v>45352</v></c><c s=\"1\"><v>0.5</v></c><c s=\"2\"><v>45352.25</v></c>"
          "<c s=\"3\"><v>0.9</v></c><c s=\"4\"><v>45352</v></c></row>",
          "", styles)) == Lines{"[Data]", "1: 2024-03-01|12:00|2024-03-01 06:00|90.00%|2024-03"});
}

TEST_CASE("A workbook that counts its days from 1904 on has other dates") {
  auto parts = xlsx_parts("<row><c s=\"0\"><v>43890</v></c></row>", "",
                          "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
  auto& workbook = parts[2].second;
  workbook.insert(workbook.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
  CHECK(read(zip_file(parts)) == Lines{"[Data]", "1: 2024-03-01"});
}

TEST_CASE("Codes that became numbers keep the zeros that the sheet shows") {
  CHECK(shown({{"13.1", "0.00"},
               {"13.11", "General"},
               {"7", "000"},
               {"1500000", "#,##0"},
               {"1500000", "#,##0.00"},
               {"1234.5678", "0.0"},
               {"0.9", "0%"},
               {"-7", "00"}}) ==
        Lines{"13.10", "13.11", "007", "1500000", "1500000.00", "1234.5678", "90%", "-07"});
}

TEST_CASE("Numbers are written out with the 15 digits that a spreadsheet has") {
  CHECK(shown({{"0.30000000000000004", "General"},
               {"1.5E+6", "General"},
               {"1E-7", "General"},
               {"123456789012345680", "General"},
               {"-0", "General"},
               {"1E+300", "General"}}) ==
        Lines{"0.3", "1500000", "0.0000001", "123456789012346000", "0", "1e+300"});
}

TEST_CASE("A fraction of three digits cannot be taken for thousands") {
  CHECK(shown({{"1.5", "0.000"}, {"12.345", "General"}, {"0.125", "General"}}) ==
        Lines{"1.5000", "12.3450", "0.1250"});
}

TEST_CASE("Only visible sheets are read, in their order, under their names") {
  auto parts = xlsx_parts("<row><c><v>1</v></c></row>");
  parts[2].second =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Keterangan &amp; kode\" r:id=\"r9\"/>"
      "<sheet name=\"Lama\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"Data\" "
      "r:id=\"r1\"/></sheets></workbook>";
  parts[3].second.insert(
      parts[3].second.find("</Relationships>"),
      "<Relationship Id=\"r9\" Type=\"x/worksheet\" Target=\"../xl/second.xml\"/>");
  parts.emplace_back(
      "xl/second.xml",
      "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c><x:v>9</x:v></x:c></x:row>"
      "</x:sheetData></x:worksheet>");
  CHECK(read(zip_file(parts)) == Lines{"[Keterangan & kode]", "1: 9", "[Data]", "1: 1"});
}

TEST_CASE("Hundreds of thousands of texts are found by their numbers") {
  std::string strings;
  std::string rows;
  for (int i = 0; i < 20'000; ++i) {
    strings += "<si><t>Inovasi pelayanan nomor " + std::to_string(i) + "</t></si>";
    rows += "<row><c t=\"s\"><v>" + std::to_string((i * 7919) % 20'000) + "</v></c></row>";
  }
  const auto lines = read(xlsx(rows, strings));
  REQUIRE(lines.size() == 20'001);
  CHECK(lines[1] == "1: Inovasi pelayanan nomor 0");
  CHECK(lines[2] == "2: Inovasi pelayanan nomor 7919");
  CHECK(lines[20'000] == "20000: Inovasi pelayanan nomor 12081");
}

TEST_CASE("A million blank rows are read through") {
  std::string rows;
  for (int i = 0; i < 1'000'000; ++i) rows += "<row><c s=\"1\"/></row>";
  rows += "<row><c><v>1</v></c></row>";
  CHECK(read(xlsx(rows)) == Lines{"[Data]", "1000001: 1"});
}

TEST_CASE("An ODS sheet's rows come with its texts, numbers and dates") {
  CHECK(
      read(ods_sheet(
          "<table:table-row><table:table-cell "
          "office:value-type=\"string\"><text:p>Nama</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"float\" "
          "office:value=\"13.1\"><text:p>13,10</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-01\"><text:p>1 "
          "Mar</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-01T13:30:00\"/>"
          "<table:table-cell office:value-type=\"currency\" "
          "office:value=\"1500000\"><text:p>Rp1.500.000</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"percentage\" "
          "office:value=\"0.9\"><text:p>90%</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"boolean\" "
          "office:boolean-value=\"true\"><text:p>BENAR</text:p></table:table-cell>"
          "</table:table-row>")) ==
      Lines{"[Data]", "1: Nama|13.10|2024-03-01|2024-03-01 13:30:00|1500000|90%|BENAR"});
}

TEST_CASE("Repeated cells and rows of ODS are as many as they say, and blank ones are none") {
  CHECK(
      read(ods_sheet(
          "<table:table-row "
          "table:number-rows-repeated=\"2\"><table:table-cell><text:p>a</text:p></table:table-cell>"
          "<table:table-cell table:number-columns-repeated=\"2\"/>"
          "<table:table-cell "
          "table:number-columns-repeated=\"2\"><text:p>b</text:p></table:table-cell>"
          "<table:table-cell table:number-columns-repeated=\"16379\"/></table:table-row>"
          "<table:table-row table:number-rows-repeated=\"5\"><table:table-cell "
          "table:number-columns-repeated=\"16384\"/></table:table-row>"
          "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>c</text:p></"
          "table:table-cell></table:table-row>"
          "<table:table-row "
          "table:number-rows-repeated=\"1048568\"><table:table-cell/></table:table-row>")) ==
      Lines{"[Data]", "1: a|||b|b", "2: a|||b|b", "8: |c"});
}

TEST_CASE("Of an ODS workbook only the visible sheets are read") {
  const std::string row =
      "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
      "</table:table-row></table:table>";
  CHECK(read(ods(
            "<style:style xmlns:style=\"s\" style:name=\"ta1\"><style:table-properties "
            "table:display=\"true\"/></style:style><style:style xmlns:style=\"s\" "
            "style:name=\"ta2\"><style:table-properties xmlns:style=\"s\" table:display=\"false\"/>"
            "</style:style><table:table table:name=\"Lama\" table:style-name=\"ta2\">" +
            row + "<table:table table:name=\"Data\" table:style-name=\"ta1\">" + row)) ==
        Lines{"[Data]", "1: a"});
}

TEST_CASE(
    "Paragraphs, blanks and line ends within an ODS cell are kept, notes and drawings are not") {
  CHECK(read(ods_sheet("<table:table-row><table:table-cell "
                       "office:value-type=\"string\"><office:annotation><text:p>a "
                       "note</text:p></office:annotation>"
                       "<text:p>one<text:s "
                       "text:c=\"2\"/>two<text:line-break/>three</text:p><text:p>four</text:p>"
                       "<draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></"
                       "draw:frame></table:table-cell></table:table-row>")) ==
        Lines{"[Data]", "1: one  two\nthree\nfour"});
}

TEST_CASE("A file that is no workbook is said to be what it is") {
  CHECK(refusal_of("<!DOCTYPE html><table><tr><td>1</td></tr></table>") ==
        "this is a web page, not a workbook (many portals name it .xls); open it in a spreadsheet, "
        "save it as XLSX and try again");
  CHECK(refusal_of("\xEF\xBB\xBF\n <HTML>") == refusal_of("<html>"));
  CHECK(refusal_of("Nama;Tahun\nAntrean;2019\n") ==
        "this is text; if a table is in it, name it .csv and try again");
  CHECK(refusal_of("<?xml version=\"1.0\"?><Workbook/>") ==
        "this is no XLSX or ODS workbook; save it as XLSX and try again");
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(refusal_of(compound + std::string(5000, '\0')) ==
        "this is a workbook of the old kind (.xls); open it in a spreadsheet, save it as XLSX and "
        "try again");
  std::string encrypted;
  for (const char c : std::string("EncryptedPackage")) encrypted += std::string{c, '\0'};
  CHECK(refusal_of(compound + std::string(1'048'560, '\0') + encrypted) ==
        "this file is protected by a password; save it without one and try again");
  CHECK(refusal_of(zip_file({{"word/document.xml", "<x/>"}, {"[Content_Types].xml", "<x/>"}})) ==
        "this is no XLSX or ODS workbook; save it as XLSX and try again");
  CHECK(refusal_of(zip_file({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.bin", "x"}})) ==
        "this is a binary workbook (.xlsb); save it as XLSX and try again");
}

TEST_CASE("A workbook that is cut off, wherever, is refused") {
  const std::string whole = xlsx("<row><c><v>1</v></c></row>");
  for (const std::size_t length :
       {std::size_t{4}, whole.size() / 4, whole.size() / 2, whole.size() - 30}) {
    CAPTURE(length);
    CHECK(refusal_of(whole.substr(0, length)) ==
          "this file is cut off or damaged; copy or download it again");
  }
}

TEST_CASE("A workbook of which a byte has changed is refused") {
  std::string rows;
  for (int i = 0; i < 2000; ++i)
    rows += "<row><c><v>" + std::to_string(i * 7919) + "</v></c></row>";
  std::string bytes = xlsx(rows);
  bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 0x10);
  Taken taken;
  CHECK(import(bytes, taken).outcome == Outcome::kBadFile);
}

TEST_CASE("Document types are refused, so no entity grows or reads a file") {
  auto parts = xlsx_parts("");
  parts[4].second =
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c "
      "t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>";
  CHECK(refusal_of(zip_file(parts)) ==
        "the part xl/worksheets/sheet1.xml has a DOCTYPE declaration, which no workbook has");
}

TEST_CASE("A cell of more than a mebibyte is refused with its address") {
  const std::string large(1'100'000, 'a');
  CHECK(refusal_of(xlsx("<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>" + large +
                        "</t></is></c></row>")) == "cell B5 is longer than 1 MiB");
  CHECK(refusal_of(xlsx("", "<si><t>" + large + "</t></si>")) ==
        "a text in the part xl/sharedstrings.xml is longer than 1 MiB");
  CHECK(refusal_of(ods_sheet("<table:table-row><table:table-cell><text:p>" + large +
                             "</text:p></table:table-cell></table:table-row>")) ==
        "cell A1 is longer than 1 MiB");
}

TEST_CASE("Addresses that stand nowhere, out of order or too far right are refused") {
  CHECK(refusal_of(xlsx("<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>")) ==
        "the cell address \"A3\" is unknown or out of order");
  CHECK(refusal_of(xlsx("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>")) ==
        "the cell address \"A2\" is unknown or out of order");
  CHECK(refusal_of(xlsx("<row r=\"2\"/><row r=\"2\"/>")) ==
        "the row number \"2\" is unknown or out of order");
  CHECK(refusal_of(xlsx("<row r=\"1\"><c r=\"AMK1\"><v>1</v></c></row>")) ==
        "cell AMK1 stands beyond column 1,024; no list is so wide");
  CHECK(refusal_of(xlsx("<row><c t=\"s\"><v>0</v></c></row>")) ==
        "cell A1 names the text 0, which the workbook does not have");
}

TEST_CASE("Cells that stand in no row, and rows within rows, are no rows of their own") {
  CHECK(read(xlsx("<c t=\"str\"><f>A1</f></c><c><f>A1</f></c><row r=\"2\"><c><v>1</v></c><row "
                  "r=\"3\"><c><v>2</v></c></row></row>")) == Lines{"[Data]", "3: 2"});
  CHECK(read(ods_sheet("<table:table-cell><text:p>a</text:p></table:table-cell>"
                       "<table:table-row><table:table-cell><text:p>b</text:p></table:table-cell>"
                       "</table:table-row>")) == Lines{"[Data]", "1: b"});
}

TEST_CASE("XML that is nested without end is refused") {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<x>";
  CHECK(refusal_of(xlsx(deep)) == "the part xl/worksheets/sheet1.xml is nested too deeply");
}
