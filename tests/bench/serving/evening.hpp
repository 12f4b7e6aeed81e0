// The evening of a national deadline: everybody's form saves itself every half minute,
// some hand in, and many read.
//
// Requests come at random moments (a Poisson process for changes, one for reads) whether or
// not the host keeps up, and what they take counts from the moment they were due.
//
//   changes     99 of 100: the working copy of one's own entry, with If-Match
//               1 of 100: a new entry, which is a revision with its audit
//   reads       30 of 100: one innovation with If-None-Match (unchanged unless it was saved)
//               25 of 100: one innovation
//               20 of 100: the first 50, by name or by change
//               15 of 100: filtered by owner and area, 20 of them
//               10 of 100: two words and three facets, 20 of them
//
// Changes are made by those who registered, with their sessions and tokens; of the readers
// half are these, a quarter verifiers, and a quarter nobody who has signed in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "keep_alive_client.hpp"
#include "latencies.hpp"

namespace pilah::bench {

struct EveningPlan {
  std::uint16_t port = 0;
  std::uint64_t people = 21'000;
  std::int64_t seconds = 600;
  double changes_per_second = 700;
  double reads_per_second = 2'000;
  std::size_t connections = 256;
  std::uint32_t seed = 1;
};

/// For one thread; refers to the client. Wants a hundred people at least: one verifier.
class Evening {
 public:
  Evening(const EveningPlan& plan, KeepAliveClient& client);

  /// What everybody's working copy is by now, of an earlier run too. Not measured.
  void open_forms();
  void run();
  /// Asks for everything that was acknowledged; counts as a failure what is not there.
  void look_for_what_was_confirmed();
  void print() const;
  bool is_without_failure() const { return failures_.empty(); }

 private:
  struct Person {
    std::string tag;             // of the working copy; empty: there is none yet
    std::uint64_t sent = 0;      // number of the last save that was sent ...
    std::uint64_t answered = 0;  // ... and of the last that was confirmed
    bool is_saving = false;
    std::string seen;  // tag of what they looked at last
  };

  void change(std::int64_t due);
  void autosave(std::uint64_t person, std::int64_t due);
  void hand_in(std::uint64_t person, std::int64_t due);
  void read(std::int64_t due);
  void read_page(const std::string& kind, const std::string& path, std::int64_t due);
  void read_one(bool again, std::int64_t due);
  std::string reader_lines();
  std::string host_line() const;

  void get(const std::string& path, const std::string& lines, std::int64_t due,
           std::function<void(const Answer&)> answered, bool keeps_body = false);
  bool measured(const std::string& kind, const Answer& answer, std::initializer_list<int> wanted);
  void failed(const std::string& what);
  std::uint64_t below(std::uint64_t bound);
  std::int64_t next_arrival(double per_second);

  const EveningPlan plan_;
  KeepAliveClient& client_;
  std::mt19937_64 random_;
  std::vector<Person> people_;
  std::uint64_t next_person_ = 0;
  std::vector<std::string> handed_in_;  // where they lie
  std::map<std::string, Latencies> latencies_;
  std::map<std::string, std::uint64_t> failures_;
  double took_seconds_ = 0;
};

}  // namespace pilah::bench
