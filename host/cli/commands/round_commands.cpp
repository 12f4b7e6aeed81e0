#include <functional>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/round_argument.hpp"
#include "pilah/cli/commands/round_printing.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/registry/documents/round.hpp"
#include "pilah/registry/documents/round_runs.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;
using registry::RoundEntry;

struct RoundOptions {
  std::string round;
  std::string other;
  std::string name;
  std::string from, to;
  std::string place;
  std::string follows;
  std::vector<std::string> agenda;
  std::vector<std::string> products;
  std::string product;
  std::string document;
  std::string organisation;
  std::string presence;
  std::string person;
  std::string text;
};

/// One call on one region.
struct Call {
  const Session& session;
  const Environment& environment;
  const RoundOptions& options;
  catalogue::RegionCode region;

  catalogue::RoundId round() const { return named(options.round); }
  catalogue::RoundId named(const std::string& text) const {
    return round_of_argument(environment, session.caller(), region, text);
  }
  catalogue::OrganisationId organisation() const {
    return organisation_of_argument(environment, session.caller(), region, options.organisation);
  }
  registry::RoundStep step() const { return {region, round(), std::nullopt}; }

  int tell(const RoundEntry& entry) const {
    if (session.json) {
      session.print_json(registry::round_document(entry));
    } else {
      print_round(session, entry);
    }
    return kDone;
  }
};

/// What the options say of what is planned for a round, as a patch of it.
boost::json::object planned(const Call& call) {
  const auto& options = call.options;
  boost::json::object patch;
  const auto text = [&patch](const char* key, const std::string& value) {
    if (!value.empty()) patch[key] = value;
  };
  text("name", options.name);
  text("from", options.from);
  text("to", options.to);
  text("place", options.place);
  if (!options.follows.empty()) patch["follows"] = call.named(options.follows).text();
  if (!options.agenda.empty()) patch["agenda"] = boost::json::value_from(options.agenda);
  if (!options.products.empty()) {
    boost::json::array products;
    for (const auto& product : options.products) {
      products.push_back(boost::json::object{{"name", product}});
    }
    patch["products"] = std::move(products);
  }
  return patch;
}

RoundEntry patched(const Call& call, const boost::json::object& patch) {
  const auto id = call.round();
  const auto caller = call.session.caller();
  const auto before = registry::round(call.environment, caller, call.region, id);
  return registry::change_round(call.environment, caller, call.region, id, patch, before.revision);
}

int make(const Call& call) {
  auto round = catalogue::from_json<catalogue::Round>(planned(call));
  round.region = call.region;
  return call.tell(registry::add_round(call.environment, call.session.caller(), std::move(round)));
}

int change(const Call& call) { return call.tell(patched(call, planned(call))); }

/// Names the document that shows a product.
int deliver(const Call& call) {
  const auto before =
      registry::round(call.environment, call.session.caller(), call.region, call.round());
  auto products = before.round.products;
  const auto found = std::find_if(products.begin(), products.end(), [&](const auto& product) {
    return product.name == call.options.product;
  });
  if (found == products.end()) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"round.no_such_product",
                           {{"product", call.options.product}, {"name", before.round.name}},
                           ""});
  }
  found->document = call.options.document;
  return call.tell(patched(call, {{"products", catalogue::to_json(products)}}));
}

int list(const Call& call) {
  const auto all = registry::rounds(call.environment, call.session.caller(), call.region);
  if (call.session.json) {
    call.session.print_json(registry::rounds_document(all));
  } else {
    print_rounds(call.session, all);
  }
  return kDone;
}

int show(const Call& call) {
  return call.tell(
      registry::round(call.environment, call.session.caller(), call.region, call.round()));
}

int open(const Call& call) {
  return call.tell(registry::open_round(call.environment, call.session.caller(), call.step()));
}

int close(const Call& call) {
  return call.tell(registry::close_round(call.environment, call.session.caller(), call.step()));
}

int freeze(const Call& call) {
  return call.tell(registry::freeze_round(call.environment, call.session.caller(), call.step(),
                                          call.options.name));
}

int presence(const Call& call) {
  const registry::AttendanceForm form{
      call.organisation(), *catalogue::enum_named<catalogue::Presence>(call.options.presence),
      call.options.person};
  return call.tell(registry::record_attendance(call.environment, call.session.caller(), call.region,
                                               call.round(), form));
}

int minute(const Call& call, catalogue::MinuteKind kind) {
  registry::MinuteForm form{kind, call.options.text, call.options.person, std::nullopt};
  if (!call.options.organisation.empty()) form.organisation = call.organisation();
  return call.tell(registry::add_minute(call.environment, call.session.caller(), call.region,
                                        call.round(), form));
}

int decision(const Call& call) { return minute(call, catalogue::MinuteKind::kDecision); }
int contribution(const Call& call) { return minute(call, catalogue::MinuteKind::kContribution); }

int compare(const Call& call) {
  std::optional<catalogue::RoundId> other;
  if (!call.options.other.empty()) other = call.named(call.options.other);
  const auto comparison = registry::compare_rounds(call.environment, call.session.caller(),
                                                   call.region, call.round(), other);
  if (call.session.json) {
    call.session.print_json(registry::comparison_document(comparison));
  } else {
    print_comparison(call.session, comparison);
  }
  return kDone;
}

int runs(const Call& call) {
  const auto all =
      registry::round_runs(call.environment, call.session.caller(), call.region, call.round());
  if (call.session.json) {
    call.session.print_json(registry::round_runs_document(all));
  } else {
    print_runs(call.session, all);
  }
  return kDone;
}

int carry(const Call& call) {
  return call.tell(registry::carry_over(call.environment, call.session.caller(), call.region,
                                        call.round(), call.options.name));
}

/// The commands below `pilah round`, which share their options.
class Commands {
 public:
  Commands(CLI::App& app, Session& session)
      : session_(session), round_(app.add_subcommand("round", session.say("round.help"))) {
    round_->require_subcommand(1);
  }

  CLI::App* add(const char* name, int (*act)(const Call&)) {
    auto* command = round_->add_subcommand(name, session_.say(std::string("round.help.") + name));
    command->callback([&session = session_, options = options_, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act(
            {session, environment, *options, registry::chosen_region(environment, session.region)});
      };
    });
    return command;
  }
  /// The same of a round that is named first.
  CLI::App* add_of_round(const char* name, int (*act)(const Call&)) {
    auto* command = add(name, act);
    command->add_option("ROUND", options_->round, session_.say("round.option.round"))->required();
    return command;
  }
  template <class Value>
  CLI::Option* option(CLI::App* command, const char* name, Value RoundOptions::*value,
                      const char* help) {
    return command->add_option(name, (*options_).*value, session_.say(help));
  }

 private:
  Session& session_;
  CLI::App* round_;
  std::shared_ptr<RoundOptions> options_ = std::make_shared<RoundOptions>();
};

void add_planning(Commands& commands) {
  auto* make_command = commands.add("new", make);
  auto* change_command = commands.add_of_round("change", change);
  commands.option(make_command, "NAME", &RoundOptions::name, "round.option.name")->required();
  commands.option(change_command, "--name", &RoundOptions::name, "round.option.name");
  for (auto* command : {make_command, change_command}) {
    commands.option(command, "--from", &RoundOptions::from, "round.option.from");
    commands.option(command, "--to", &RoundOptions::to, "round.option.to");
    commands.option(command, "--place", &RoundOptions::place, "round.option.place");
    commands.option(command, "--follows", &RoundOptions::follows, "round.option.follows");
    commands.option(command, "--agenda", &RoundOptions::agenda, "round.option.agenda")
        ->allow_extra_args(false);
    commands.option(command, "--product", &RoundOptions::products, "round.option.product")
        ->allow_extra_args(false);
  }
}

void add_holding(Commands& commands) {
  const auto& manners = catalogue::EnumNames<catalogue::Presence>::kNames;
  auto* present = commands.add_of_round("presence", presence);
  commands
      .option(present, "ORGANISATION", &RoundOptions::organisation, "round.option.organisation")
      ->required();
  commands.option(present, "PRESENCE", &RoundOptions::presence, "round.option.presence")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(manners.begin(), manners.end())));
  commands.option(present, "--replaced-by", &RoundOptions::person, "round.option.replaced_by");
  for (auto* command : {commands.add_of_round("decision", decision),
                        commands.add_of_round("contribution", contribution)}) {
    commands.option(command, "TEXT", &RoundOptions::text, "round.option.text")->required();
    commands.option(command, "--by", &RoundOptions::person, "round.option.by")->required();
    commands.option(command, "--organisation", &RoundOptions::organisation,
                    "round.option.organisation");
  }
  auto* delivered = commands.add_of_round("deliver", deliver);
  commands.option(delivered, "PRODUCT", &RoundOptions::product, "round.option.delivered")
      ->required();
  commands.option(delivered, "DOCUMENT", &RoundOptions::document, "round.option.document")
      ->required();
}

}  // namespace

void add_round_commands(CLI::App& app, Session& session) {
  Commands commands(app, session);
  commands.add("list", list);
  commands.add_of_round("show", show);
  add_planning(commands);
  commands.add_of_round("open", open);
  add_holding(commands);
  commands.add_of_round("close", close);
  auto* freeze_command = commands.add_of_round("freeze", freeze);
  commands.option(freeze_command, "--name", &RoundOptions::name, "round.option.snapshot");
  auto* compare_command = commands.add_of_round("compare", compare);
  commands.option(compare_command, "OTHER", &RoundOptions::other, "round.option.other");
  commands.add_of_round("runs", runs);
  auto* carry_command = commands.add_of_round("carry-over", carry);
  commands.option(carry_command, "NAME", &RoundOptions::name, "round.option.next")->required();
}

}  // namespace pilah::cli
