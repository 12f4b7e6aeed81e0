#include "xlsx_parts.hpp"

#include <map>

#include "xml.hpp"

namespace workbook {
namespace {

constexpr const char* kRootRelations = "_rels/.rels";
constexpr const char* kUsualWorkbook = "xl/workbook.xml";
/// More sheets than anybody keeps; each costs memory.
constexpr std::size_t kMostSheets = 10'000;

struct Relation {
  std::string kind;  ///< last word of its type: "worksheet"
  std::string part;
};
using Relations = std::map<std::string, Relation, std::less<>>;  // by id

std::string folder_of(std::string_view part) {
  return std::string(part.substr(0, part.rfind('/') + 1));
}

/// "../media/x" beside "xl/worksheets/" is "xl/media/x"; "/xl/x" stands by itself.
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return part_name(target);
  for (; target.starts_with("../") && !folder.empty(); target.remove_prefix(3)) {
    folder = folder_of(folder.substr(0, folder.size() - 1));
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return part_name(folder + std::string(target));
}

class RelationTaker : public XmlTaker {
 public:
  explicit RelationTaker(std::string folder) : folder_(std::move(folder)) {}

  void begin(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    const auto type = attributes["Type"];
    if (relations.size() == kMostSheets) return;
    relations.emplace(attributes["Id"], Relation{std::string(type.substr(type.rfind('/') + 1)),
                                                 resolved(folder_, attributes["Target"])});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  Relations relations;

 private:
  std::string folder_;
};

/// Of a part, what it is related to; nothing where it says nothing.
Relations relations_of(Archive& archive, const std::string& part, const Words& words) {
  const std::string folder = folder_of(part);
  const std::string where = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  RelationTaker taker(folder);
  if (archive.has(where)) read_xml(archive, where, words, taker);
  return std::move(taker.relations);
}

class WorkbookTaker : public XmlTaker {
 public:
  WorkbookTaker(const Relations& relations, XlsxParts& parts)
      : relations_(relations), parts_(parts) {}

  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") {
      const auto from_1904 = attributes["date1904"];
      parts_.from_1904 = from_1904 == "1" || from_1904 == "true";
    }
    if (name != "sheet" || parts_.sheets.size() == kMostSheets) return;
    const auto state = attributes["state"];
    if (state == "hidden" || state == "veryHidden") return;
    const auto relation = relations_.find(attributes["id"]);
    if (relation == relations_.end() || relation->second.kind != "worksheet") return;
    parts_.sheets.push_back({std::string(attributes["name"]), relation->second.part});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  const Relations& relations_;
  XlsxParts& parts_;
};

}  // namespace

XlsxParts read_xlsx_parts(Archive& archive, const Words& words) {
  std::string workbook = kUsualWorkbook;
  if (archive.has(kRootRelations)) {
    RelationTaker root("");
    read_xml(archive, kRootRelations, words, root);
    for (const auto& [id, relation] : root.relations) {
      if (relation.kind == "officeDocument") workbook = relation.part;
    }
  }
  if (!archive.has(workbook)) words.refuse(kNoWorkbook);  // a text document is such an archive, too
  const Relations relations = relations_of(archive, workbook, words);
  XlsxParts parts;
  WorkbookTaker taker(relations, parts);
  read_xml(archive, workbook, words, taker);
  for (const auto& [id, relation] : relations) {
    if (relation.kind == "sharedStrings") parts.strings = relation.part;
    if (relation.kind == "styles") parts.styles = relation.part;
  }
  return parts;
}

}  // namespace workbook
