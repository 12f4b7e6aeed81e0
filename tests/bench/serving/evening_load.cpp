// The load of a deadline evening on a host that serves a catalogue of make_catalogue's.
//
//   evening_load PORT PEOPLE SECONDS [CHANGES_PER_SECOND [READS_PER_SECOND]]
//
// Exit code 1: something failed, or what was confirmed is not there. What is sent, and by
// whom: evening.hpp.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "evening.hpp"

int main(int argc, char** argv) {
  using namespace pilah::bench;
  if (argc < 4 || argc > 6) {
    std::fprintf(stderr,
                 "usage: evening_load PORT PEOPLE SECONDS [CHANGES_PER_SECOND "
                 "[READS_PER_SECOND]]\n");
    return 2;
  }
  try {
    EveningPlan plan;
    plan.port = static_cast<std::uint16_t>(std::stoul(argv[1]));
    plan.people = std::stoull(argv[2]);
    plan.seconds = std::stoll(argv[3]);
    if (argc > 4) plan.changes_per_second = std::stod(argv[4]);
    if (argc > 5) plan.reads_per_second = std::stod(argv[5]);
    KeepAliveClient client(plan.port, plan.connections);
    Evening evening(plan, client);
    evening.open_forms();
    evening.run();
    evening.look_for_what_was_confirmed();
    evening.print();
    return evening.is_without_failure() ? 0 : 1;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "evening_load: %s\n", failure.what());
    return 2;
  }
}
