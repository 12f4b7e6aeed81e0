#include "pilah/plugin/system/shared_memory.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>

namespace pilah::plugin {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

Descriptor new_memory(const char* name) {
  Descriptor memory(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!memory) fail("memfd_create");
  return memory;
}

void seal(const Descriptor& memory) {
  if (::fcntl(memory.get(), F_ADD_SEALS,
              F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
    fail("seal shared memory");
  }
}

void give_size(const Descriptor& memory, std::size_t size) {
  if (::ftruncate(memory.get(), static_cast<off_t>(size)) != 0) fail("size shared memory");
}

}  // namespace

Descriptor sealed_memory(const char* name, std::size_t size,
                         const std::function<void(std::span<std::byte> bytes)>& fill) {
  Descriptor memory = new_memory(name);
  give_size(memory, size);
  void* mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
  if (mapped == MAP_FAILED) fail("map shared memory");
  fill({static_cast<std::byte*>(mapped), size});
  ::munmap(mapped, size);  // a mapping that can be written would forbid the seal
  seal(memory);
  return memory;
}

Descriptor sealed_copy(const char* name, std::string_view bytes) {
  Descriptor memory = new_memory(name);
  while (!bytes.empty()) {
    const ssize_t written = ::write(memory.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("write to shared memory");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  seal(memory);
  return memory;
}

SharedOutput::SharedOutput(const char* name, std::size_t size)
    : descriptor_(new_memory(name)), size_(size) {
  give_size(descriptor_, size);
  if (::fcntl(descriptor_.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    fail("seal shared memory");
  }
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor_.get(), 0);
  if (mapped == MAP_FAILED) fail("map shared memory");
  bytes_ = static_cast<std::byte*>(mapped);
}

SharedOutput::~SharedOutput() { ::munmap(bytes_, size_); }

}  // namespace pilah::plugin
