// Making a plugin's folder one signed package.
#pragma once

#include <filesystem>
#include <string>

#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct SignRequest {
  std::filesystem::path source;    ///< folder with plugin.json and library, or a package
  std::filesystem::path key_file;  ///< empty: the host's own (signing.key beside its packages)
  bool new_key = false;            ///< make the key file, and trust the key on this host
  std::string key_name;            ///< whose it is, for a new one
  std::filesystem::path output;    ///< empty: ID-VERSION.pilah in `output_folder`
  std::filesystem::path output_folder;
};

struct SignedPlugin {
  std::filesystem::path package;
  std::filesystem::path key_file;
  std::string key;  ///< the public half, hexadecimal
};

/// Checks manifest and digests first. Throws Refusal when the folder is no plugin,
/// the key file cannot be used, or --new-key would overwrite one.
SignedPlugin sign_plugin(const Environment& environment, const Caller& caller,
                         const SignRequest& request);

}  // namespace pilah::registry
