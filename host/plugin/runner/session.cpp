#include "pilah/plugin/runner/session.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace pilah::plugin::runner {
namespace {

constexpr std::size_t kPage = 4096;

}  // namespace

std::optional<Received> receive() {
  Received received;
  iovec part{&received.message, sizeof(received.message)};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * wire::kMostDescriptors)> control{};
  header.msg_control = control.data();
  header.msg_controllen = control.size();
  ssize_t size = 0;
  do {
    size = ::recvmsg(wire::kSocketDescriptor, &header, MSG_CMSG_CLOEXEC);
  } while (size < 0 && errno == EINTR);
  if (size != static_cast<ssize_t>(sizeof(received.message))) return std::nullopt;
  for (cmsghdr* rights = CMSG_FIRSTHDR(&header); rights; rights = CMSG_NXTHDR(&header, rights)) {
    const std::size_t count = (rights->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(rights) + i * sizeof(int), sizeof(int));
      received.descriptors.emplace_back(number);
    }
  }
  return received;
}

void send(const wire::Message& message) {
  while (::send(wire::kSocketDescriptor, &message, sizeof(message), MSG_NOSIGNAL) < 0 &&
         errno == EINTR) {
  }
}

std::size_t size_of(const Descriptor& memory) {
  struct stat status {};
  if (::fstat(memory.get(), &status) != 0) {
    throw std::system_error(errno, std::generic_category(), "stat shared memory");
  }
  return static_cast<std::size_t>(status.st_size);
}

Mapping::Mapping(const Descriptor& memory, std::size_t size, bool writable) : size_(size) {
  const std::size_t whole = (std::max<std::size_t>(size, 1) + kPage - 1) / kPage * kPage;
  reserved_size_ = whole + 2 * kPage;
  void* reserved = ::mmap(nullptr, reserved_size_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (reserved == MAP_FAILED) {
    throw std::system_error(errno, std::generic_category(), "reserve address space");
  }
  reserved_ = static_cast<std::byte*>(reserved);
  if (size == 0) {
    bytes_ = reserved_ + kPage;
    return;
  }
  void* mapped = ::mmap(reserved_ + kPage, whole, writable ? PROT_READ | PROT_WRITE : PROT_READ,
                        MAP_SHARED | MAP_FIXED, memory.get(), 0);
  if (mapped == MAP_FAILED) {
    const int error = errno;
    ::munmap(reserved_, reserved_size_);
    throw std::system_error(error, std::generic_category(), "map shared memory");
  }
  bytes_ = static_cast<std::byte*>(mapped);
}

Mapping::~Mapping() { ::munmap(reserved_, reserved_size_); }

void finish(std::uint32_t sequence, std::int32_t status, std::string_view error_text,
            const Mapping& description, std::uint64_t more) {
  const std::size_t length = std::min(error_text.size(), description.size());
  if (status != PILAH_OK) std::memcpy(description.bytes(), error_text.data(), length);
  send({wire::Kind::kDone, sequence, status, length, more});
}

void wait_for_host() {
  while (receive()) {
  }
}

}  // namespace pilah::plugin::runner
