#include "pilah/http/description/openapi.hpp"

#include <array>
#include <memory>
#include <mutex>

#include <boost/json.hpp>

#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using catalogue::Language;

/// Written once a language, when somebody first asks: the table does not change then.
class Description {
 public:
  Description(const RouteTable& table, const catalogue::Sentences& sentences)
      : table_(table), sentences_(sentences) {}

  const std::string& in(Language language) {
    auto& written = written_[language == Language::kEnglish ? 1 : 0];
    std::call_once(written.once, [&] {
      written.text = boost::json::serialize(openapi(table_, sentences_, language));
    });
    return written.text;
  }

 private:
  struct Written {
    std::once_flag once;
    std::string text;
  };
  const RouteTable& table_;
  const catalogue::Sentences& sentences_;
  std::array<Written, 2> written_;
};

}  // namespace

void add_openapi(RouteTable& table, const catalogue::Sentences& sentences) {
  auto description = std::make_shared<Description>(table, sentences);
  table.add(
      {"GET", "/api/v1/openapi.json", [description](const Request& request, const PathValues&) {
         const auto language = catalogue::language_of(request.accept_language);
         return json_text_response(200, description->in(language));
       }});
}

}  // namespace pilah::http
