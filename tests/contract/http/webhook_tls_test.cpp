// A webhook's receiver must prove by TLS that it is who its address names: held against the
// server of openssl.
#include <array>
#include <cstdio>
#include <stdexcept>

#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "pilah/http/outgoing/send_telling.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace http = pilah::http;
using pilah::tests::TemporaryFolder;

namespace {

std::uint16_t free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  auto* address = reinterpret_cast<sockaddr*>(&place);
  const bool found =
      ::bind(listener, address, size) == 0 && ::getsockname(listener, address, &size) == 0;
  ::close(listener);
  if (!found) throw std::runtime_error("there is no free port");
  return ntohs(place.sin_port);
}

/// Takes one connection and answers 204 to whatever it brings.
class TlsReceiver {
 public:
  explicit TlsReceiver(const std::filesystem::path& folder) : port_(free_port()) {
    const std::string command =
        "cd '" + folder.string() + "' && printf 'HTTP/1.1 204 No Content\\r\\n\\r\\n' | " +
        "timeout 30 openssl s_server -accept 127.0.0.1:" + std::to_string(port_) +
        " -cert certificate.pem -key key.pem -naccept 1 2>&1";
    output_ = ::popen(command.c_str(), "r");
    if (!output_) throw std::runtime_error("openssl cannot be started");
    std::array<char, 512> line{};
    while (std::fgets(line.data(), line.size(), output_)) {
      if (std::string_view(line.data()).rfind("ACCEPT", 0) == 0) return;  // it listens
    }
    throw std::runtime_error("openssl does not listen");
  }
  ~TlsReceiver() { ::pclose(output_); }
  TlsReceiver(const TlsReceiver&) = delete;
  TlsReceiver& operator=(const TlsReceiver&) = delete;

  std::uint16_t port() const { return port_; }

 private:
  std::uint16_t port_;
  FILE* output_ = nullptr;
};

/// What comes of telling `host`, which means that receiver.
std::string failure(const std::filesystem::path& folder, const std::string& host,
                    const std::string& trusted) {
  const TlsReceiver receiver(folder);
  const auto port = std::to_string(receiver.port());
  http::SendingOptions options;
  options.to_loopback = true;
  options.resolved = {host + ":" + port + ":127.0.0.1"};
  options.trusted = trusted;
  return http::send_telling({"https://" + host + ":" + port + "/", "13.11-1", 1, "v1,", "{}"},
                            options)
      .failure;
}

}  // namespace

TEST_CASE("A receiver is told over TLS when its certificate holds for its name, else not") {
  const TemporaryFolder folder;
  const auto file = [&](const char* name) { return (folder.path() / name).string(); };
  const std::string make =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
      "-subj /CN=dasbor.example.go.id -addext subjectAltName=DNS:dasbor.example.go.id "
      "-keyout '" +
      file("key.pem") + "' -out '" + file("certificate.pem") + "' 2> /dev/null";
  REQUIRE(std::system(make.c_str()) == 0);
  const auto certificate = file("certificate.pem");
  CHECK(failure(folder.path(), "dasbor.example.go.id", certificate).empty());
  CHECK(failure(folder.path(), "lain.example.go.id", certificate) == "webhook.no_certificate");
  CHECK(failure(folder.path(), "dasbor.example.go.id", "") == "webhook.no_certificate");
}
