#include "pilah/http/outgoing/send_telling.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "pilah/registry/webhooks/outside_address.hpp"

namespace pilah::http {
namespace {

using registry::Receipt;

constexpr std::size_t kMostOfAnswer = 4 * 1024;
constexpr std::size_t kMostOfHead = 16 * 1024;

/// What the callbacks of one request know.
struct Sending {
  const std::function<bool()>& stopped;
  bool to_loopback = false;
  bool plain = false;        // without TLS: to this machine alone
  bool was_refused = false;  // an address that the name resolved to
  bool has_read_enough = false;
  std::size_t of_answer = 0;
  std::size_t of_head = 0;
};

bool is_loopback_bytes(const std::array<std::uint8_t, 4>& ipv4) { return ipv4.front() == 127; }
bool is_loopback_bytes(const std::array<std::uint8_t, 16>& ipv6) {
  return ipv6.back() == 1 &&
         std::all_of(ipv6.begin(), ipv6.end() - 1, [](std::uint8_t byte) { return byte == 0; });
}

template <class Bytes>
bool is_open(const Sending& sending, const void* address) {
  Bytes bytes{};
  std::memcpy(bytes.data(), address, bytes.size());
  if (sending.to_loopback && is_loopback_bytes(bytes)) return true;
  return !sending.plain && registry::is_of_internet(bytes);
}

bool is_open(const Sending& sending, const curl_sockaddr& address) {
  if (address.family == AF_INET) {
    sockaddr_in ipv4{};
    std::memcpy(&ipv4, &address.addr, sizeof ipv4);
    return is_open<std::array<std::uint8_t, 4>>(sending, &ipv4.sin_addr);
  }
  if (address.family == AF_INET6) {
    sockaddr_in6 ipv6{};
    std::memcpy(&ipv6, &address.addr, std::min(sizeof ipv6, std::size_t{address.addrlen}));
    return is_open<std::array<std::uint8_t, 16>>(sending, &ipv6.sin6_addr);
  }
  return false;
}

curl_socket_t open_socket(void* context, curlsocktype, curl_sockaddr* address) {
  auto& sending = *static_cast<Sending*>(context);
  if (!is_open(sending, *address)) {
    sending.was_refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t count(std::size_t& sum, std::size_t size, std::size_t most, Sending& sending) {
  sum += size;
  if (sum <= most) return size;
  sending.has_read_enough = true;
  return 0;  // ends the transfer
}
std::size_t take_answer(char*, std::size_t size, std::size_t number, void* context) {
  auto& sending = *static_cast<Sending*>(context);
  return count(sending.of_answer, size * number, kMostOfAnswer, sending);
}
std::size_t take_head(char*, std::size_t size, std::size_t number, void* context) {
  auto& sending = *static_cast<Sending*>(context);
  return count(sending.of_head, size * number, kMostOfHead, sending);
}

/// Called once a second at least, by which a stopped host is not kept waiting.
int ends_when_stopped(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& stopped = static_cast<const Sending*>(context)->stopped;
  return stopped && stopped() ? 1 : 0;
}

const char* failure_of(CURLcode code, const Sending& sending) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return "webhook.timed_out";
    case CURLE_COULDNT_RESOLVE_HOST:
      return "webhook.not_resolved";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
      return "webhook.no_certificate";
    default:
      return sending.was_refused ? "webhook.address_closed" : "webhook.unreachable";
  }
}

Receipt receipt_of(CURLcode code, long status, const Sending& sending) {
  Receipt receipt{static_cast<std::int32_t>(status), ""};
  const bool has_answered = code == CURLE_OK || (sending.has_read_enough && status > 0);
  if (!has_answered) {
    receipt.failure = failure_of(code, sending);
  } else if (status >= 300 && status < 400) {
    receipt.failure = "webhook.redirected";
  } else if (status < 200 || status >= 300) {
    receipt.failure = "webhook.answered";
  }
  return receipt;
}

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

/// Throws std::bad_alloc, as all that allocates.
List list_of(const std::vector<std::string>& lines) {
  List list;
  for (const auto& line : lines) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (!longer) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
  }
  return list;
}

void begin_library() {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (begun != CURLE_OK) throw std::bad_alloc();
}

}  // namespace

Receipt send_telling(const registry::Telling& telling, const SendingOptions& options) {
  const bool is_plain = telling.address.rfind("https://", 0) != 0;
  if (is_plain && !options.to_loopback) return {0, "webhook.plain_http"};
  begin_library();
  const std::unique_ptr<CURL, FreeEasy> easy(curl_easy_init());
  if (!easy) throw std::bad_alloc();
  Sending sending{options.stopped};
  sending.to_loopback = options.to_loopback;
  sending.plain = is_plain;
  const List headers = list_of({"Content-Type: application/json", "webhook-id: " + telling.id,
                                "webhook-timestamp: " + std::to_string(telling.timestamp),
                                "webhook-signature: " + telling.signature, "Expect:"});
  const List resolved = list_of(options.resolved);
  const auto set = [&](CURLoption option, auto value) {
    curl_easy_setopt(easy.get(), option, value);
  };
  set(CURLOPT_URL, telling.address.c_str());
  set(CURLOPT_PROTOCOLS_STR, options.to_loopback ? "http,https" : "https");
  set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(CURLOPT_OPENSOCKETDATA, &sending);
  set(CURLOPT_PROXY, "");  // also none of the environment
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.longest_milliseconds));
  set(CURLOPT_RESOLVE, resolved.get());
  if (!options.trusted.empty()) set(CURLOPT_CAINFO, options.trusted.c_str());
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_USERAGENT, "pilah");
  set(CURLOPT_POST, 1L);
  set(CURLOPT_POSTFIELDS, telling.body.c_str());
  set(CURLOPT_POSTFIELDSIZE, static_cast<long>(telling.body.size()));
  set(CURLOPT_WRITEFUNCTION, take_answer);
  set(CURLOPT_WRITEDATA, &sending);
  set(CURLOPT_XFERINFOFUNCTION, ends_when_stopped);
  set(CURLOPT_XFERINFODATA, &sending);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_HEADERFUNCTION, take_head);
  set(CURLOPT_HEADERDATA, &sending);
  const CURLcode code = curl_easy_perform(easy.get());
  if (code == CURLE_ABORTED_BY_CALLBACK) throw SendingStopped();
  long status = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
  return receipt_of(code, status, sending);
}

}  // namespace pilah::http
