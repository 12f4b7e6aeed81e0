#include "pilah/registry/plugins/workshop.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <system_error>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/check/check_plugin.hpp"
#include "pilah/plugin/package/package.hpp"
#include "pilah/plugin/system/whole_file.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kMaxTemplateFile = 256 * std::size_t{1024};

/// The names in the template, and what stands for them in a new plugin.
struct Names {
  explicit Names(const std::string& id) : with_underscores(id) {
    std::replace(with_underscores.begin(), with_underscores.end(), '-', '_');
    bool first = true;
    for (const char c : id) {
      if (c == '-') {
        first = true;
        continue;
      }
      type += first ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      first = false;
    }
  }
  std::string with_underscores;
  std::string type;
};

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

/// An id that is a name in C++ and in CMake too: it begins with a letter.
bool may_be_new(const std::string& id) {
  return !id.empty() && id.size() <= 64 && id.front() >= 'a' && id.front() <= 'z' &&
         id.back() != '-' && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

Refusal no_plugin(const std::filesystem::path& path, const std::string& why) {
  return {RefusalKind::kInvalid,
          Message{"plugin.not_a_plugin", {{"path", path.string()}, {"why", why}}, ""}};
}

}  // namespace

std::filesystem::path new_plugin(const Workshop& workshop, const std::string& id,
                                 const std::filesystem::path& parent) {
  if (!may_be_new(id)) {
    throw Refusal(RefusalKind::kInvalid, Message{"plugin.no_id", {{"id", id}}, ""});
  }
  auto folder = parent / id;
  try {
    if (!std::filesystem::create_directory(folder)) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"plugin.folder_is_there", {{"folder", folder.string()}}, ""});
    }
    const Names names(id);
    for (const auto& entry : std::filesystem::directory_iterator(workshop.template_folder)) {
      std::string name = entry.path().filename().string();
      std::string text = plugin::read_whole_file(entry.path(), kMaxTemplateFile);
      for (auto* part : {&name, &text}) {
        replace_all(*part, "my-rule", id);
        replace_all(*part, "my_rule", names.with_underscores);
        replace_all(*part, "MyRule", names.type);
      }
      replace_all(text, "PILAH_PREFIX", workshop.prefix.string());
      plugin::write_whole_file(folder / name, text);
    }
  } catch (const std::system_error& failure) {
    throw Refusal(RefusalKind::kUnavailable,
                  Message{"plugin.folder_failed", {{"why", failure.what()}}, ""});
  }
  return folder;
}

plugin::InstalledPlugin plugin_at(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) throw no_plugin(path, "it is not there");
  try {
    if (path.extension() == ".pilah") {
      const std::string package = plugin::read_whole_file(path, plugin::kMaxPluginFile);
      return plugin::plugin_of(
          std::make_shared<plugin::ArchiveFiles>(plugin::parts_of(package).archive),
          plugin::PluginOrigin::kTried);
    }
    const auto folder = std::filesystem::is_directory(path) ? path : path.parent_path();
    return plugin::read_plugin(folder.empty() ? "." : folder, plugin::PluginOrigin::kTried);
  } catch (const std::exception& failure) {
    throw no_plugin(path, failure.what());
  }
}

WorkshopCheck check_plugin(const Workshop& workshop, const CheckRequest& request) {
  const auto tried = plugin_at(request.plugin);
  plugin::CheckOptions options;
  options.seed = request.seed;
  options.fuzz_rounds = request.fuzz_rounds;
  options.sample = request.sample;
  try {
    return {tried.manifest.id, tried.manifest.version,
            check_answer(plugin::check_plugin(workshop.plugins, tried, options))};
  } catch (const std::exception& failure) {
    throw no_plugin(request.plugin, failure.what());
  }
}

}  // namespace pilah::registry
