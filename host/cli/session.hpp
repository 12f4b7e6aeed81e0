// What the commands of one call share: streams, language, the options all have.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/cli/command.hpp"
#include "pilah/cli/invocation.hpp"

namespace pilah::cli {

/// Lives from parsing to the end of the command.
class Session {
 public:
  using Arguments = std::initializer_list<std::pair<std::string, std::string>>;

  Session(const Invocation& invocation, const catalogue::Sentences& sentences);

  /// A sentence of messages/cli.json in the caller's language.
  std::string say(std::string_view kind, Arguments arguments = {}) const;
  std::string say(const catalogue::Message& message) const;

  void print_line(std::string_view line) const;
  void print_error(std::string_view line) const;
  void print_json(const boost::json::value& value) const;
  /// "field: value", a line each.
  void print_fields(const boost::json::object& document) const;

  /// `path` as the caller means it, from the folder where the command was typed.
  std::filesystem::path resolve(const std::filesystem::path& path) const;
  /// The whole of a file of at most `limit` bytes; Refusal(kInvalid) otherwise.
  std::string read_file(const std::filesystem::path& path, std::size_t limit) const;

  /// On whose behalf the command works: whoever has the data folder.
  registry::Caller caller() const;
  /// Where the catalogue lies, or is to lie.
  std::filesystem::path chosen_data_folder() const;

  catalogue::Language language() const;
  /// Digits in threes, as the caller's language groups them.
  std::string grouped(std::int64_t number) const;

  const Invocation& invocation;
  const catalogue::Sentences& sentences;

  // Options that every command has; filled by the parser.
  std::string data_folder;
  std::string language_option;
  std::string region;
  bool json = false;
  SandboxWithout sandbox_without;

  /// What the chosen command does; set by the parser, exactly one.
  std::function<int(const registry::Environment&)> on_catalogue;
  std::function<int(const registry::Workshop&)> in_workshop;
  std::string catalogue_copy;  ///< with on_catalogue: work on a copy of that catalogue
  std::function<int()> plain;
  std::optional<ServeOptions> serve;
};

}  // namespace pilah::cli
