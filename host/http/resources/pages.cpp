#include <utility>

#include "pilah/http/pages/page_answers.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {

void add_pages(RouteTable& table, std::shared_ptr<const WebPages> pages) {
  table.answer_elsewhere(
      {"GET", "/{page}", [pages = std::move(pages)](const Request& request, const PathValues&) {
         return answer_without_route(*pages, request);
       }});
}

}  // namespace pilah::http
