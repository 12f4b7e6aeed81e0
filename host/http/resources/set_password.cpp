#include "pilah/http/pages/page_answers.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/set_password_page.hpp"

namespace pilah::http {
namespace {

Response plain_page() {
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; connect-src 'self'; "
                                "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  response.body = set_password_page();
  return response;
}

}  // namespace

void add_set_password(RouteTable& table, const std::shared_ptr<const WebPages>& pages) {
  table.add({"GET", "/set-password", [pages](const Request& request, const PathValues&) {
               return pages ? page_answer(*pages, request.path) : plain_page();
             }});
  table.add({"GET", "/set-password.js", [](const Request&, const PathValues&) {
               Response response;
               response.content_type = "text/javascript; charset=utf-8";
               response.body = set_password_script();
               return response;
             }});
}

}  // namespace pilah::http
