#include "pilah/registry/plugins/sign_plugin.hpp"

#include <exception>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/package/package.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/plugin/system/whole_file.hpp"
#include "pilah/registry/people/rights.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

plugin::SecretKey key_for(const SignRequest& request, const std::filesystem::path& file) {
  try {
    if (!request.new_key) return plugin::SecretKey::read(file);
    auto key = plugin::SecretKey::make();
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    key.write(file);
    return key;
  } catch (const std::exception& failure) {
    throw Refusal(RefusalKind::kInvalid, Message{"plugin.key_file", {{"why", failure.what()}}, ""});
  }
}

/// The archive, and the plugin in it; refuses what could not be installed.
std::pair<std::string, plugin::Manifest> archive_for(const std::filesystem::path& source) {
  try {
    std::string archive;
    if (std::filesystem::is_directory(source)) {
      archive = plugin::archive_of(source);
    } else {
      const std::string package = plugin::read_whole_file(source, plugin::kMaxPluginFile);
      archive = plugin::parts_of(package).archive;
    }
    const auto found = plugin::plugin_of(std::make_shared<plugin::ArchiveFiles>(archive),
                                         plugin::PluginOrigin::kTried);
    static_cast<void>(found.sealed->library());
    static_cast<void>(found.sealed->data_files());
    return {std::move(archive), found.manifest};
  } catch (const plugin::AlteredFile& failure) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"plugin.cannot_pack",
                          {{"folder", source.string()},
                           {"why", std::string(failure.what()) +
                                       " has not the SHA-256 that plugin.json says"}},
                          ""});
  } catch (const std::exception& failure) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"plugin.cannot_pack", {{"folder", source.string()}, {"why", failure.what()}}, ""});
  }
}

}  // namespace

SignedPlugin sign_plugin(const Environment& environment, const Caller& caller,
                         const SignRequest& request) {
  require(caller, Deed::kAdministerHost, {});
  const auto [archive, manifest] = archive_for(request.source);
  SignedPlugin made;
  made.key_file =
      request.key_file.empty() ? environment.plugins.signing_key_file() : request.key_file;
  const auto key = key_for(request, made.key_file);
  made.key = key.public_key().hex();
  made.package = request.output.empty()
                     ? request.output_folder / (manifest.id + "-" + manifest.version + ".pilah")
                     : request.output;
  try {
    plugin::write_whole_file(made.package, plugin::signed_package(archive, key));
    if (request.new_key) environment.plugins.trust_key(key.public_key(), request.key_name);
  } catch (const std::exception& failure) {
    throw Refusal(RefusalKind::kUnavailable,
                  Message{"plugin.folder_failed", {{"why", failure.what()}}, ""});
  }
  return made;
}

}  // namespace pilah::registry
