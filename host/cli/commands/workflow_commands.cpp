#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/review.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/workflow/steps.hpp"
#include "pilah/registry/workflow/submission_rules.hpp"

namespace pilah::cli {
namespace {

using catalogue::FieldReason;
using catalogue::InnovationId;
using registry::Environment;
using registry::FromVersion;
using registry::ReviewEntry;

InnovationId id_of(const std::string& text) {
  const auto id = InnovationId::parse(text);
  if (id) return *id;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.not_an_id", {{"id", text}}, ""});
}

/// A command is made from what is there when it is typed.
FromVersion present(const Session& session, const Environment& environment,
                    const std::string& text) {
  const auto id = id_of(text);
  return {id, registry::review(environment, session.caller(), id).version.revision};
}

/// "/summary: too short" is about a field, any other text about the whole.
FieldReason reason_of(const std::string& text) {
  const auto colon = text.find(": ");
  if (text.empty() || text.front() != '/' || colon == std::string::npos) return {"", text};
  return {text.substr(0, colon), text.substr(colon + 2)};
}

void print(const Session& session, const ReviewEntry& entry) {
  if (session.json) {
    session.print_json(registry::review_document(entry, session.sentences));
    return;
  }
  const auto& version = entry.version;
  const std::string status(catalogue::name_of(version.entry.status));
  session.print_line(session.say(version.is_pending ? "cli.workflow.pending" : "cli.workflow.is",
                                 {{"name", version.entry.name}, {"status", status}}));
  const auto place = [](const std::string& pointer) {
    return pointer.empty() ? std::string() : pointer + ": ";
  };
  for (const auto& reason : version.review.reasons) {
    session.print_line("  - " + place(reason.pointer) + reason.text);
  }
  for (const auto& comment : version.review.comments) {
    session.print_line("  " + std::to_string(comment.number) + (comment.settled ? "* " : ". ") +
                       comment.by + ": " + place(comment.pointer) + comment.text);
  }
}

void print_lacking(const Session& session, const ReviewEntry& entry) {
  if (session.json || entry.lacking.empty()) return;
  session.print_line(session.say("cli.workflow.lacking"));
  for (const auto& message : entry.lacking) session.print_line("  - " + session.say(message));
}

struct Words {
  std::string id;
  std::vector<std::string> ids, texts;
  std::int64_t number = 0;
  catalogue::Submission submission;
};

/// Adds the command `name` on one innovation; `act` gives what is printed.
template <class Act>
CLI::App* add_step(CLI::App& app, Session& session, const char* name,
                   const std::shared_ptr<Words>& words, Act act) {
  auto* command = app.add_subcommand(name, session.say(std::string("cli.help.") + name));
  command->add_option("INNOVATION", words->id, session.say("cli.option.innovation"))->required();
  command->callback([&session, words, act] {
    session.on_catalogue = [&session, words, act](const Environment& environment) {
      print(session, act(environment, *words));
      return kDone;
    };
  });
  return command;
}

int verify_entries(const Session& session, const Environment& environment, const Words& words) {
  const auto region = registry::chosen_region(environment, session.region);
  std::vector<FromVersion> versions;
  for (const auto& id : words.ids) versions.push_back(present(session, environment, id));
  const auto outcomes = registry::verify_entries(environment, session.caller(), region, versions);
  if (session.json) session.print_json(registry::bulk_document(outcomes, session.sentences));
  bool all = true;
  for (const auto& outcome : outcomes) {
    for (const auto& message : outcome.refused) {
      session.print_error("pilah: " + outcome.id.text() + ": " + session.say(message));
    }
    all = all && outcome.refused.empty();
    if (session.json || !outcome.refused.empty()) continue;
    session.print_line(session.say("cli.workflow.verified", {{"id", outcome.id.text()}}));
  }
  return all ? kDone : kFailed;
}

void add_verify(CLI::App& app, Session& session) {
  auto words = std::make_shared<Words>();
  auto* command = app.add_subcommand("verify-entry", session.say("cli.help.verify-entry"));
  command->add_option("INNOVATION", words->ids, session.say("cli.option.innovations"))->required();
  command->callback([&session, words] {
    session.on_catalogue = [&session, words](const Environment& environment) {
      return verify_entries(session, environment, *words);
    };
  });
}

void add_submissions(CLI::App& app, Session& session) {
  auto words = std::make_shared<Words>();
  auto* command = app.add_subcommand("submissions", session.say("cli.help.submissions"));
  command->add_option("--until", words->submission.until, session.say("cli.option.until"));
  command->add_flag("--approved-by-head", words->submission.approved_by_head,
                    session.say("cli.option.approved_by_head"));
  command->callback([&session, words] {
    session.on_catalogue = [&session, words](const Environment& environment) {
      const auto region = registry::chosen_region(environment, session.region);
      const auto set =
          registry::set_submission(environment, session.caller(), region, words->submission);
      if (session.json) {
        session.print_json(catalogue::to_json(set));
      } else {
        session.print_line(
            session.say(set.until.empty() ? "cli.workflow.open" : "cli.workflow.open_until",
                        {{"region", region.text()}, {"until", set.until}}));
      }
      return kDone;
    };
  });
}

}  // namespace

void add_workflow_commands(CLI::App& app, Session& session) {
  using Step = ReviewEntry (*)(const Environment&, const registry::Caller&, const FromVersion&);
  const auto plain = [&](const char* name, Step step) {
    add_step(app, session, name, std::make_shared<Words>(),
             [&session, step](const Environment& environment, const Words& words) {
               return step(environment, session.caller(), present(session, environment, words.id));
             });
  };
  plain("submit", registry::submit);
  plain("recall", registry::recall);
  plain("approve", registry::approve);
  add_verify(app, session);
  const auto returned = std::make_shared<Words>();
  add_step(app, session, "return", returned,
           [&session](const Environment& environment, const Words& words) {
             std::vector<FieldReason> reasons;
             for (const auto& text : words.texts) reasons.push_back(reason_of(text));
             return registry::return_entry(environment, session.caller(),
                                           present(session, environment, words.id), reasons);
           })
      ->add_option("--reason", returned->texts, session.say("cli.option.reason"))
      ->required();
  plain("archive", registry::archive_entry);
  const auto said = std::make_shared<Words>();
  auto* comment = add_step(
      app, session, "comment", said,
      [&session](const Environment& environment, const Words& words) {
        const auto id = id_of(words.id);
        if (words.number != 0) {
          return registry::settle_comment(environment, session.caller(), id, words.number);
        }
        const auto what = reason_of(words.texts.empty() ? "" : words.texts.front());
        return registry::comment(environment, session.caller(), id, what.pointer, what.text);
      });
  auto* text = comment->add_option("TEXT", said->texts, session.say("cli.option.comment"));
  text->expected(1);
  comment->add_option("--settle", said->number, session.say("cli.option.settle"))
      ->check(CLI::PositiveNumber)
      ->excludes(text);
  const auto shown = std::make_shared<Words>();
  auto* review = app.add_subcommand("review", session.say("cli.help.review"));
  review->add_option("INNOVATION", shown->id, session.say("cli.option.innovation"))->required();
  review->callback([&session, shown] {
    session.on_catalogue = [&session, shown](const Environment& environment) {
      const auto entry = registry::review(environment, session.caller(), id_of(shown->id));
      print(session, entry);
      print_lacking(session, entry);
      return kDone;
    };
  });
  add_submissions(app, session);
}

}  // namespace pilah::cli
