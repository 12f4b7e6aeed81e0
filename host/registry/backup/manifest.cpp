#include "pilah/registry/backup/manifest.hpp"

#include <fstream>
#include <iterator>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/file_digest.hpp"

namespace pilah::registry {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

constexpr const char* kName = "backup.json";
constexpr int kFormat = 1;

[[noreturn]] void refuse(const char* kind, const std::string& file) {
  throw Refusal(RefusalKind::kInvalid, Message{kind, {{"file", file}}, ""});
}

BackupFiles read_manifest(const std::filesystem::path& folder) {
  std::ifstream in(folder / kName, std::ios::binary);
  if (!in) refuse("backup.no_backup", folder.string());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    const auto document = catalogue::parse_json(text).as_object();
    if (document.at("format").to_number<int>() != kFormat) {
      refuse("backup.newer_format", folder.string());
    }
    BackupFiles files;
    for (const auto& each : document.at("files").as_array()) {
      const auto& file = each.as_object();
      files[std::string(file.at("path").as_string())] = {
          file.at("size").to_number<std::int64_t>(), std::string(file.at("sha256").as_string())};
    }
    return files;
  } catch (const Refusal&) {
    throw;
  } catch (const std::exception&) {  // a member that is missing or of another type
    refuse("backup.no_backup", folder.string());
  }
}

}  // namespace

BackupFiles backup_files(const std::filesystem::path& folder) {
  BackupFiles files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const auto name = entry.path().lexically_relative(folder).generic_string();
    if (name == kName) continue;
    files[name] = {static_cast<std::int64_t>(entry.file_size()), file_digest(entry.path())};
  }
  return files;
}

std::string manifest_text(const BackupFiles& files, const std::string& taken_on) {
  boost::json::array list;
  for (const auto& [name, file] : files) {
    list.push_back({{"path", name}, {"size", file.size}, {"sha256", file.sha256}});
  }
  return boost::json::serialize(boost::json::object{
             {"format", kFormat}, {"taken_on", taken_on}, {"files", std::move(list)}}) +
         '\n';
}

void require_whole(const std::filesystem::path& folder) {
  const BackupFiles named = read_manifest(folder);
  const BackupFiles found = backup_files(folder);
  for (const auto& [name, file] : named) {
    const auto there = found.find(name);
    if (there == found.end()) refuse("backup.file_missing", name);
    if (there->second != file) refuse("backup.file_altered", name);
  }
  for (const auto& [name, file] : found) {
    if (named.count(name) == 0) refuse("backup.file_added", name);
  }
  if (named.count("catalogue.sqlite") == 0) refuse("backup.file_missing", "catalogue.sqlite");
}

}  // namespace pilah::registry
