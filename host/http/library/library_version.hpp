// cpp-httplib as the system has it: 0.11 on Debian 12, 0.18 on Debian 13.
#pragma once

#include <functional>
#include <string_view>

#include <httplib.h>

namespace pilah::http {

/// Opens up the library's own processing of one request, which it keeps for
/// derived classes. Nothing of its sockets and threads is used.
class LibraryServer : public httplib::Server {
 public:
  /// Reads one request from `stream`, answers it by the handlers that are set,
  /// and writes the response to `stream`. `prepare` may change the request
  /// before the handlers see it.
  void process(httplib::Stream& stream, bool close_connection,
               const std::function<void(httplib::Request&)>& prepare) {
    bool closed = false;
    // Since 0.15 the addresses are arguments. The version is a text, which the
    // preprocessor cannot compare: the kind of the member tells.
    call(&LibraryServer::process_request, stream, close_connection, closed, prepare);
  }

 private:
  using Prepare = std::function<void(httplib::Request&)>;
  using Older = bool (httplib::Server::*)(httplib::Stream&, bool, bool&, const Prepare&);
  using Newer = bool (httplib::Server::*)(httplib::Stream&, const std::string&, int,
                                          const std::string&, int, bool, bool&, const Prepare&);

  void call(Older member, httplib::Stream& stream, bool close, bool& closed,
            const Prepare& prepare) {
    (this->*member)(stream, close, closed, prepare);
  }
  void call(Newer member, httplib::Stream& stream, bool close, bool& closed,
            const Prepare& prepare) {
    (this->*member)(stream, "", 0, "", 0, close, closed, prepare);
  }
};

}  // namespace pilah::http
