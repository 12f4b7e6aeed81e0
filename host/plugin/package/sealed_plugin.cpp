#include "pilah/plugin/package/sealed_plugin.hpp"

#include <array>

#include <sodium.h>

#include "pilah/plugin/system/shared_memory.hpp"
#include "pilah/plugin/system/whole_file.hpp"
#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {

std::string FolderFiles::read(const std::string& name) const {
  return read_whole_file(folder_ / name, kMaxPluginFile);
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

SealedPlugin::SealedPlugin(const Manifest& manifest, std::shared_ptr<const PluginFiles> files)
    : library_name_(manifest.library),
      library_sha256_(manifest.sha256),
      data_(manifest.data),
      files_(std::move(files)) {}

std::string SealedPlugin::checked(const std::string& name, const std::string& sha256) const {
  std::string bytes = files_->read(name);
  if (sha256_hex(bytes) != sha256) throw AlteredFile(name);
  return bytes;
}

const Descriptor& SealedPlugin::library() {
  const std::lock_guard lock(mutex_);
  if (!library_) {
    library_ = sealed_copy("pilah-plugin", checked(library_name_, library_sha256_));
  }
  return library_;
}

const Descriptor& SealedPlugin::data_files() {
  const std::lock_guard lock(mutex_);
  if (!data_files_) {
    wire::Sink sink;
    for (const auto& file : data_) {
      const std::string bytes = checked(file.name, file.sha256);
      sink.text(file.name);
      sink.number(static_cast<std::uint64_t>(bytes.size()));
      sink.align(8);
      sink.raw(bytes.data(), bytes.size());
      sink.align(8);
    }
    data_files_ = sealed_copy("pilah-data", sink.bytes());
  }
  return data_files_;
}

}  // namespace pilah::plugin
