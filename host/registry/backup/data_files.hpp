// The files of a data folder on their way into a backup and out of one.
//
// Every function throws Refusal(kUnavailable) that names the file and what the
// system said (no space, no right); what was written until then is the caller's to remove.
#pragma once

#include <filesystem>
#include <string>

namespace pilah::registry {

/// Whether `name` is a place that a backup may hold: one of the known files, or
/// plain names below `evidence` and `plugins`. Nothing else is ever written.
bool is_backup_place(const std::string& name);

/// Copies the file's bytes into a new file for its owner alone, synced.
void copy_file_synced(const std::filesystem::path& from, const std::filesystem::path& to);
/// Writes a new file for its owner alone, synced.
void write_file_synced(const std::filesystem::path& to, const std::string& bytes);
/// Makes the names in a folder and in all below it survive a power cut.
void sync_folders(const std::filesystem::path& folder);
/// A folder for its owner alone, unless it is there.
void make_private_folder(const std::filesystem::path& folder);

/// All files below `folder` as one tar archive at `file`, replacing it, synced.
void pack(const std::filesystem::path& folder, const std::filesystem::path& file);
/// The files of the archive below `folder`, synced. Throws Refusal(kInvalid) when
/// it is no tar archive or holds what no backup does.
void unpack(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace pilah::registry
