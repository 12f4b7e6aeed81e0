// What the host wants of this process, read before any of the plugin's code runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin.h"
#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin::runner {

struct Parameter {
  std::uint32_t kind = 0;
  std::string pointer;
  std::string text;
  std::int64_t integer = 0;
  double number = 0;
};

struct Configuration {
  std::uint64_t memory_bytes = 0;
  std::uint64_t cpu_seconds = 0;
  std::uint64_t file_bytes = 0;      ///< of an exporter's document
  std::uint32_t may_be_missing = 0;  ///< SandboxParts
  std::uint32_t abi_major = 1;       ///< the host's, or another for a check
  std::uint32_t only_asks = 0;       ///< 1: ready once the table is answered, for a check
  std::uint64_t read_most = 0;       ///< bytes of one read of a stream; 0: any number
  std::string plugin_id;
  std::string plugin_version;
  std::string table;
  std::string as_of;
  std::string language;
  std::vector<Parameter> parameters;
};

inline Configuration read_configuration(std::string_view bytes) {
  wire::Source source(bytes);
  Configuration configuration;
  configuration.memory_bytes = source.number<std::uint64_t>();
  configuration.cpu_seconds = source.number<std::uint64_t>();
  configuration.file_bytes = source.number<std::uint64_t>();
  configuration.may_be_missing = source.number<std::uint32_t>();
  configuration.abi_major = source.number<std::uint32_t>();
  configuration.only_asks = source.number<std::uint32_t>();
  configuration.read_most = source.number<std::uint64_t>();
  for (auto* field : {&configuration.plugin_id, &configuration.plugin_version, &configuration.table,
                      &configuration.as_of, &configuration.language}) {
    *field = source.text();
  }
  for (auto count = source.number<std::uint32_t>(); count > 0; --count) {
    Parameter parameter;
    parameter.kind = source.number<std::uint32_t>();
    parameter.pointer = source.text();
    parameter.text = source.text();
    parameter.integer = source.number<std::int64_t>();
    parameter.number = source.number<double>();
    configuration.parameters.push_back(std::move(parameter));
  }
  return configuration;
}

/// The arguments of create(), pointing into a configuration and data files that outlive them.
class CreateArguments {
 public:
  /// `data_files`: names and bytes in turn, as the host wrote them.
  CreateArguments(const Configuration& configuration, std::string_view data_files) {
    for (const auto& p : configuration.parameters) {
      leaves_.push_back({sizeof(pilah_parameter), p.kind, text_of(p.pointer), text_of(p.text),
                         p.integer, p.number});
    }
    for (wire::Source source(data_files); !source.at_end();) {
      const auto name = source.text();
      const auto size = source.number<std::uint64_t>();
      source.align(8);
      const auto bytes = source.take(size);
      source.align(8);
      files_.push_back({sizeof(pilah_data_file), 0, text_of(name), text_of(bytes)});
    }
    raw_ = {sizeof(pilah_create_arguments),
            static_cast<std::uint32_t>(leaves_.size()),
            leaves_.data(),
            text_of(configuration.as_of),
            text_of(configuration.language),
            static_cast<std::uint32_t>(files_.size()),
            0,
            files_.data()};
  }
  const pilah_create_arguments* get() const { return &raw_; }

 private:
  static pilah_text text_of(std::string_view text) { return {text.data(), text.size()}; }
  std::vector<pilah_parameter> leaves_;
  std::vector<pilah_data_file> files_;
  pilah_create_arguments raw_{};
};

}  // namespace pilah::plugin::runner
