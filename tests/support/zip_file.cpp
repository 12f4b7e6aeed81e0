#include "support/zip_file.hpp"

#include <memory>
#include <stdexcept>

#include <archive.h>
#include <archive_entry.h>

namespace pilah::tests {

std::string zip_file(const ZipParts& parts) {
  std::string bytes;
  const std::unique_ptr<archive, int (*)(archive*)> zip(archive_write_new(), archive_write_free);
  archive_write_set_format_zip(zip.get());
  archive_write_set_bytes_in_last_block(zip.get(), 1);
  const auto append = [](archive*, void* to, const void* from, std::size_t count) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(from), count);
    return static_cast<la_ssize_t>(count);
  };
  if (archive_write_open(zip.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(zip.get()));
  }
  for (const auto& [name, content] : parts) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(zip.get(), entry.get()) != ARCHIVE_OK ||
        archive_write_data(zip.get(), content.data(), content.size()) < 0) {
      throw std::runtime_error(archive_error_string(zip.get()));
    }
  }
  if (archive_write_close(zip.get()) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(zip.get()));
  }
  return bytes;
}

}  // namespace pilah::tests
