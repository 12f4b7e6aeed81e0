// Speaks to the API of a sample host as a program would.
#pragma once

#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "contract/http/described_api.hpp"
#include "contract/http/running_server.hpp"
#include "contract/http/sample_host.hpp"
#include "contract/http/socket_client.hpp"

namespace pilah::tests {

/// A sample host, its server, and one connection to it. At first it may do everything.
/// Every answer must be as the server's openapi.json says.
class ApiClient {
 public:
  ApiClient();

  /// From now on it speaks for another, but where a request brings a token or a session.
  void speak_for(registry::Caller caller) { caller_ = std::move(caller); }

  ClientResponse get(std::string_view target, std::string_view headers = "");
  ClientResponse send(std::string_view method, std::string_view target, std::string_view body,
                      std::string_view headers = "",
                      std::string_view content_type = "application/json");

  /// Adds an organisation to 13.11; answers its id.
  std::string add_organisation(std::string_view code);
  /// Adds a verified innovation to 13.11 with that name, owner and primary area;
  /// `more`: further members, e.g. R"(, "staff": 3)". Answers its id.
  std::string add_innovation(std::string_view name, std::string_view owner, std::string_view area,
                             std::string_view more = "");

  std::uint16_t port() const { return server_.port(); }
  RunningServer& server() { return server_; }
  SampleHost& host() { return host_; }
  const registry::Environment& environment() const { return host_.environment(); }

 private:
  http::ServerOptions options();
  ClientResponse checked(std::string_view method, std::string_view target,
                         ClientResponse response) const;

  SampleHost host_;
  registry::Caller caller_;
  RunningServer server_;
  SocketClient client_;
  DescribedApi described_;
};

/// The body as JSON.
boost::json::object json_of(const ClientResponse& response);
/// The address that the Link header names as the next page; empty: it names none.
std::string next_of(const ClientResponse& response);
/// "pointer kind" of each error of a problem document, one a line.
std::string errors_of(const ClientResponse& response);

}  // namespace pilah::tests
