#include "pilah/cli/session.hpp"

#include <fstream>
#include <iterator>
#include <ostream>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::cli {

Session::Session(const Invocation& call, const catalogue::Sentences& texts)
    : invocation(call), sentences(texts) {}

registry::Caller Session::caller() const {
  return registry::Caller::with_data_folder(invocation.actor);
}

catalogue::Language Session::language() const {
  return catalogue::language_of(language_option.empty() ? invocation.language_tag
                                                        : language_option);
}

std::string Session::grouped(std::int64_t number) const {
  return catalogue::grouped(number, language());
}

std::string Session::say(std::string_view kind, Arguments arguments) const {
  return say({std::string(kind), {arguments.begin(), arguments.end()}, ""});
}

std::string Session::say(const catalogue::Message& message) const {
  return sentences.say(message, language());
}

void Session::print_line(std::string_view line) const { invocation.out << line << '\n'; }
// Messages quote what others wrote: a name must not move the cursor of a terminal.
void Session::print_error(std::string_view line) const {
  std::string shown(line);
  for (char& each : shown) {
    if (static_cast<unsigned char>(each) < ' ' || each == '\x7f') each = '?';
  }
  invocation.err << shown << '\n';
}

void Session::print_json(const boost::json::value& value) const {
  invocation.out << boost::json::serialize(value) << '\n';
}

void Session::print_fields(const boost::json::object& document) const {
  for (const auto& field : document) {
    const auto* text = field.value().if_string();
    print_line(std::string(field.key()) + ": " +
               (text ? std::string(*text) : boost::json::serialize(field.value())));
  }
}

std::filesystem::path Session::resolve(const std::filesystem::path& path) const {
  return path.is_absolute() ? path : invocation.working_folder / path;
}

std::filesystem::path Session::chosen_data_folder() const {
  return data_folder.empty() ? invocation.data_folder : resolve(data_folder);
}

std::string Session::read_file(const std::filesystem::path& path, std::size_t limit) const {
  using catalogue::Message;
  using catalogue::Refusal;
  using catalogue::RefusalKind;
  const auto full = resolve(path);
  std::error_code error;
  const auto size = std::filesystem::file_size(full, error);
  if (!error && size > limit) {
    throw Refusal(RefusalKind::kInvalid, Message{"cli.file_too_large",
                                                 {{"file", path.string()},
                                                  {"size", std::to_string(size)},
                                                  {"limit", std::to_string(limit)}},
                                                 ""});
  }
  std::ifstream file(full, std::ios::binary);
  if (error || !file) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"cli.file_not_opened", {{"file", path.string()}}, ""});
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace pilah::cli
