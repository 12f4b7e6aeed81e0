// A command line, parsed: which command it is and what running it needs.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "pilah/cli/invocation.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/plugins/workshop.hpp"

namespace pilah::cli {

/// Exit codes of every command.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;  ///< the request failed; stderr says why
inline constexpr int kUsage = 2;   ///< the command line itself is wrong

/// How plugins may be run, as the command line says it: parts of the sandbox
/// ("landlock", "seccomp") that this machine may lack.
using SandboxWithout = std::vector<std::string>;

struct ServeOptions {
  std::string listen = "127.0.0.1:8013";  ///< ADDRESS:PORT, checked by whoever serves
  bool plain_http = false;                ///< other computers may reach it unencrypted
  std::vector<std::string> public_addresses = {};
  std::vector<std::string> trusted_proxies = {};
  std::vector<std::string> allowed_origins = {};
  bool log_requests = true;
  bool webhooks_to_loopback = false;  ///< also to receivers on this machine
};

/// Needs no catalogue: run() does all of it.
struct PlainCommand {
  std::function<int()> run;
};

/// Works on a catalogue; run() gets it opened.
struct CatalogueCommand {
  std::filesystem::path data_folder;
  std::function<int(const registry::Environment&)> run;
  SandboxWithout sandbox_without;
  /// Not the data folder itself but a copy of this catalogue; empty: itself.
  std::filesystem::path copy_of;
};

/// Works without a catalogue, on what the author of a plugin needs.
struct WorkshopCommand {
  std::function<int(const registry::Workshop&)> run;
  SandboxWithout sandbox_without;
};

/// `pilah serve`: whoever owns the threads carries it out.
struct ServeCommand {
  std::filesystem::path data_folder;
  ServeOptions options;
  SandboxWithout sandbox_without;
};

using Command = std::variant<PlainCommand, CatalogueCommand, WorkshopCommand, ServeCommand>;

/// Parses the arguments. `--help`, `--version` and a wrong command line become
/// a PlainCommand that prints and answers the exit code. `invocation` and
/// `sentences` must outlive the command.
Command parse(const Invocation& invocation, const catalogue::Sentences& sentences);

/// Prints a refusal's sentences to `invocation.err` in its language; answers kFailed.
int print_refusal(const Invocation& invocation, const catalogue::Sentences& sentences,
                  const std::exception& failure);

}  // namespace pilah::cli
