#include "pilah/main/command_socket.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <list>
#include <sstream>
#include <system_error>
#include <thread>

#include <boost/json.hpp>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "pilah/catalogue/json.hpp"

namespace pilah::host {
namespace {

enum class Frame : std::uint8_t { kRequest = 1, kOut = 2, kErr = 3, kExit = 4 };

constexpr std::uint32_t kLongestFrame = 64U * 1024U * 1024U;

/// Owns a descriptor; sends and receives frames when it is a socket.
class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  ~Socket() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  int get() const { return descriptor_; }

  bool send(Frame kind, std::string_view bytes) const {
    std::array<char, 5> head{static_cast<char>(kind)};
    for (unsigned i = 0; i < 4; ++i) {
      head[i + 1] = static_cast<char>((bytes.size() >> (8 * i)) & 0xFF);
    }
    return send_all({head.data(), head.size()}) && send_all(bytes);
  }

  /// Nothing at the end of the stream, or when the peer sends what is no frame.
  std::optional<std::pair<Frame, std::string>> receive() const {
    std::array<char, 5> head{};
    if (!receive_all(head.data(), head.size())) return std::nullopt;
    std::uint32_t length = 0;
    for (unsigned i = 0; i < 4; ++i) {
      length |= static_cast<std::uint32_t>(static_cast<unsigned char>(head[i + 1])) << (8 * i);
    }
    if (length > kLongestFrame) return std::nullopt;
    std::string bytes(length, '\0');
    if (!receive_all(bytes.data(), bytes.size())) return std::nullopt;
    return std::pair(static_cast<Frame>(head[0]), std::move(bytes));
  }

 private:
  bool send_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  bool receive_all(char* to, std::size_t count) const {
    while (count > 0) {
      const ssize_t received = ::recv(descriptor_, to, count, 0);
      if (received < 0 && errno == EINTR) continue;
      if (received <= 0) return false;
      to += received;
      count -= static_cast<std::size_t>(received);
    }
    return true;
  }

  int descriptor_;
};

/// An output stream whose bytes travel as frames, a buffer at a time.
class FrameBuffer : public std::streambuf {
 public:
  FrameBuffer(const Socket& socket, Frame kind) : socket_(socket), kind_(kind) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(c);
      pbump(1);
    }
    return traits_type::not_eof(c);
  }
  int sync() override {
    const std::string_view bytes(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return bytes.empty() || socket_.send(kind_, bytes) ? 0 : -1;
  }

 private:
  const Socket& socket_;
  Frame kind_;
  std::array<char, 16 * 1024> buffer_{};
};

/// The address of the socket in a data folder. A socket's path has at most 107
/// bytes, so it is reached through a descriptor of its folder, however long
/// that folder's own path is.
class Address {
 public:
  explicit Address(const std::filesystem::path& data_folder)
      : folder_(::open(data_folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    address_.sun_family = AF_UNIX;
    const std::string path = "/proc/self/fd/" + std::to_string(folder_.get()) + "/host.socket";
    std::memcpy(address_.sun_path, path.c_str(), path.size() + 1);
  }

  bool folder_exists() const { return folder_.get() >= 0; }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address_); }
  static constexpr socklen_t size() { return sizeof(sockaddr_un); }

 private:
  Socket folder_;
  sockaddr_un address_{};
};

std::string request_of(const cli::Invocation& invocation) {
  boost::json::array arguments;
  for (const auto& argument : invocation.arguments) arguments.emplace_back(argument);
  return boost::json::serialize(
      boost::json::object{{"arguments", std::move(arguments)},
                          {"working_folder", invocation.working_folder.string()},
                          {"err_is_terminal", invocation.err_is_terminal},
                          {"language", invocation.language_tag}});
}

void answer(const Socket& socket, const CommandSocket::Run& run) {
  const auto request = socket.receive();
  if (!request || request->first != Frame::kRequest) return;
  FrameBuffer out_buffer(socket, Frame::kOut);
  FrameBuffer err_buffer(socket, Frame::kErr);
  std::istringstream in;
  std::ostream out(&out_buffer);
  std::ostream err(&err_buffer);
  int code = 1;
  try {
    const auto document = catalogue::parse_json(request->second).as_object();
    std::vector<std::string> arguments;
    for (const auto& argument : document.at("arguments").as_array()) {
      arguments.emplace_back(argument.as_string());
    }
    const cli::Invocation invocation{std::move(arguments),
                                     std::string(document.at("working_folder").as_string()),
                                     in,
                                     out,
                                     err,
                                     document.at("err_is_terminal").as_bool(),
                                     "command-line",
                                     std::string(document.at("language").as_string()),
                                     {}};
    code = run(invocation);
  } catch (const std::exception& failure) {
    err << "pilah: " << failure.what() << '\n';
  }
  out.flush();
  err.flush();
  socket.send(Frame::kExit, std::to_string(code));
}

}  // namespace

std::optional<int> run_in_serving_host(const std::filesystem::path& data_folder,
                                       const cli::Invocation& invocation) {
  const Address address(data_folder);
  if (!address.folder_exists()) return std::nullopt;
  const Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (socket.get() < 0 || ::connect(socket.get(), address.get(), Address::size()) != 0) {
    return std::nullopt;  // no host, or one that was killed and left its socket behind
  }
  if (!socket.send(Frame::kRequest, request_of(invocation))) return std::nullopt;
  while (const auto frame = socket.receive()) {
    if (frame->first == Frame::kOut) invocation.out << frame->second << std::flush;
    if (frame->first == Frame::kErr) invocation.err << frame->second << std::flush;
    if (frame->first == Frame::kExit) return std::stoi(frame->second);
  }
  invocation.err << "pilah: the serving host ended before the command did\n";
  return 1;
}

CommandSocket::CommandSocket(const std::filesystem::path& data_folder)
    : path_(data_folder / "host.socket") {
  const Address address(data_folder);
  listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  stop_event_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  ::unlink(path_.c_str());  // of a host that was killed: the lock says that we are alone
  const mode_t before = ::umask(0177);
  const bool bound = ::bind(listener_, address.get(), Address::size()) == 0;
  const int error = errno;
  ::umask(before);
  if (!bound || ::listen(listener_, 16) != 0) {
    const int code = bound ? errno : error;
    ::close(listener_);
    ::close(stop_event_);
    throw std::system_error(code, std::generic_category(), path_.string());
  }
}

CommandSocket::~CommandSocket() {
  ::unlink(path_.c_str());
  ::close(listener_);
  ::close(stop_event_);
}

void CommandSocket::serve(const Run& run) {
  struct Running {
    std::thread thread;
    std::shared_ptr<std::atomic<bool>> done;
  };
  std::list<Running> running;
  const auto reap = [&running](bool all) {
    for (auto entry = running.begin(); entry != running.end();) {
      if (all || entry->done->load()) {
        entry->thread.join();
        entry = running.erase(entry);
      } else {
        ++entry;
      }
    }
  };
  for (;;) {
    std::array<pollfd, 2> waiting{{{listener_, POLLIN, 0}, {stop_event_, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) break;
    if (waiting[1].revents != 0) break;
    if ((waiting[0].revents & POLLIN) == 0) continue;
    const int descriptor = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (descriptor < 0) continue;
    auto socket = std::make_shared<Socket>(descriptor);
    reap(running.size() >= static_cast<std::size_t>(kMostCommands));
    auto done = std::make_shared<std::atomic<bool>>(false);
    running.push_back({std::thread([socket, done, &run] {
                         answer(*socket, run);
                         done->store(true);
                       }),
                       done});
  }
  reap(true);
}

void CommandSocket::stop() noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(stop_event_, &one, sizeof(one));
}

}  // namespace pilah::host
