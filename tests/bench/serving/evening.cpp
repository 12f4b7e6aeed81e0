#include "evening.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <initializer_list>
#include <utility>

#include <boost/json.hpp>

#include "made_innovations.hpp"
#include "people.hpp"

namespace pilah::bench {
namespace {

constexpr std::string_view kInnovations = "/api/v1/regions/13.11/innovations";
constexpr std::array<std::string_view, 6> kAreas{"health",   "learning",  "tourism",
                                                 "business", "community", "waste"};
constexpr std::array<std::string_view, 8> kWords{"puskesmas", "antrean", "sekolah", "pasar",
                                                 "irigasi",   "wisata",  "lansia",  "sampah"};
constexpr std::int64_t kSecond = 1'000'000;
/// Whoever does not answer within it has failed.
constexpr std::int64_t kLongestWait = 60 * kSecond;

std::string request(const char* method, const std::string& path, const std::string& lines,
                    const std::string& body = {}) {
  std::string text = std::string(method) + ' ' + path + " HTTP/1.1\r\n" + lines;
  if (!body.empty()) {
    text +=
        "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  }
  return text + "\r\n" + body;
}

std::string draft_path(std::uint64_t person) {
  return "/api/v1/innovations/" + own_innovation(person) + "/draft";
}

std::string status_of(const Answer& answer) {
  return answer.status ? "status " + std::to_string(answer.status) : "broken off";
}

/// By which a save is found again.
std::string save_mark(std::uint64_t number) { return "simpanan ke-" + std::to_string(number); }

/// What a form holds, about 1 KB: the entry with its number as the target group.
std::string form(std::uint64_t person, std::uint64_t save) {
  const auto entry = innovation(person);
  return boost::json::serialize(
      boost::json::object{{"name", entry.name},
                          {"summary", entry.summary + ' ' + entry.benefit},
                          {"benefit", entry.benefit + ' ' + entry.summary},
                          {"target_group", save_mark(save)},
                          {"owner", entry.owner->text()},
                          {"digital", *entry.digital}});
}

}  // namespace

Evening::Evening(const EveningPlan& plan, KeepAliveClient& client)
    : plan_(plan), client_(client), random_(plan.seed), people_(plan.people) {}

std::string Evening::host_line() const {
  return "Host: 127.0.0.1:" + std::to_string(plan_.port) + "\r\n";
}

std::uint64_t Evening::below(std::uint64_t bound) { return random_() % bound; }

std::int64_t Evening::next_arrival(double per_second) {
  return static_cast<std::int64_t>(std::exponential_distribution<double>(per_second)(random_) *
                                   static_cast<double>(kSecond));
}

void Evening::failed(const std::string& what) { ++failures_[what]; }

bool Evening::measured(const std::string& kind, const Answer& answer,
                       std::initializer_list<int> wanted) {
  latencies_[kind].add(answer.microseconds);
  if (std::find(wanted.begin(), wanted.end(), answer.status) != wanted.end()) return true;
  failed(kind + ": " + status_of(answer));
  return false;
}

void Evening::get(const std::string& path, const std::string& lines, std::int64_t due,
                  std::function<void(const Answer&)> answered, bool keeps_body) {
  client_.send({request("GET", path, host_line() + lines), due, keeps_body, std::move(answered)});
}

void Evening::open_forms() {
  for (std::uint64_t number = 0; number < people_.size(); ++number) {
    if (is_verifier(number)) continue;
    get(draft_path(number), sign_in_lines(number, false), steady_microseconds(),
        [this, number](const Answer& answer) {
          people_[number].tag = answer.etag;
          if (answer.status == 404) {
            people_[number].tag.clear();
          } else if (answer.status != 200) {
            failed("opening a form: status " + std::to_string(answer.status));
          }
        });
  }
  client_.run(steady_microseconds() + kLongestWait, true);
}

void Evening::run() {
  const std::int64_t begin = steady_microseconds();
  const std::int64_t end = begin + plan_.seconds * kSecond;
  std::int64_t next_change = begin + next_arrival(plan_.changes_per_second);
  std::int64_t next_read = begin + next_arrival(plan_.reads_per_second);
  while (std::min(next_change, next_read) < end) {
    client_.run(std::min(next_change, next_read));
    for (; next_change <= steady_microseconds() && next_change < end;
         next_change += next_arrival(plan_.changes_per_second)) {
      change(next_change);
    }
    for (; next_read <= steady_microseconds() && next_read < end;
         next_read += next_arrival(plan_.reads_per_second)) {
      read(next_read);
    }
  }
  client_.run(steady_microseconds() + kLongestWait, true);
  if (client_.open_calls() > 0) failed("not answered within a minute");
  took_seconds_ = static_cast<double>(steady_microseconds() - begin) / static_cast<double>(kSecond);
}

void Evening::change(std::int64_t due) {
  for (std::uint64_t tried = 0; tried < people_.size(); ++tried) {
    const std::uint64_t person = next_person_++ % people_.size();
    // A form waits for its answer before it saves itself again.
    if (is_verifier(person) || people_[person].is_saving) continue;
    if (below(100) == 0) return hand_in(person, due);
    return autosave(person, due);
  }
  failed("autosave: everybody still waited for their last one");
}

void Evening::autosave(std::uint64_t person, std::int64_t due) {
  Person& who = people_[person];
  who.is_saving = true;
  std::string lines = host_line() + sign_in_lines(person, true);
  if (!who.tag.empty()) lines += "If-Match: " + who.tag + "\r\n";
  client_.send({request("PUT", draft_path(person), lines, form(person, ++who.sent)), due, false,
                [this, person](const Answer& answer) {
                  Person& whose = people_[person];
                  whose.is_saving = false;
                  if (!measured("autosave", answer, {204})) return;
                  whose.tag = answer.etag;
                  whose.answered = whose.sent;
                }});
}

void Evening::hand_in(std::uint64_t person, std::int64_t due) {
  std::string lines = host_line() + sign_in_lines(person, true);
  lines += "Idempotency-Key: " + std::to_string(random_()) + "\r\n";
  const std::string entry = form(person, random_());
  client_.send({request("POST", std::string(kInnovations), lines, entry), due, false,
                [this](const Answer& answer) {
                  if (measured("new entry", answer, {201})) handed_in_.push_back(answer.location);
                }});
}

std::string Evening::reader_lines() {
  const std::uint64_t who = below(4);
  if (who == 3) return {};
  std::uint64_t person = below(people_.size());
  if (who == 2) person = std::min(person / 100 * 100 + 99, people_.size() - 1);
  return sign_in_lines(person, false);
}

void Evening::read(std::int64_t due) {
  const std::uint64_t drawn = below(100);
  const std::string all(kInnovations);
  if (drawn < 55) return read_one(drawn < 30, due);
  if (drawn < 75) return read_page("list of 50", all + (drawn % 2 ? "?sort=changed" : ""), due);
  if (drawn < 90) {
    const auto owner = organisation(below(kOrganisations)).id.text();
    return read_page(
        "filter",
        all + "?limit=20&owner=" + owner + "&area=" + std::string(kAreas[below(kAreas.size())]),
        due);
  }
  const std::string words =
      std::string(kWords[below(kWords.size())]) + '+' + std::string(kWords[below(kWords.size())]);
  read_page("search, facets", all + "?limit=20&facets=status,area,owner&q=" + words, due);
}

void Evening::read_page(const std::string& kind, const std::string& path, std::int64_t due) {
  get(path, reader_lines(), due,
      [this, kind](const Answer& answer) { measured(kind, answer, {200}); });
}

/// One's own entry, which one may see whatever its state is.
void Evening::read_one(bool again, std::int64_t due) {
  std::uint64_t person = below(people_.size());
  const std::string path = "/api/v1/innovations/" + own_innovation(person);
  std::string lines = sign_in_lines(person, false);
  if (again && !people_[person].seen.empty()) {
    lines += "If-None-Match: " + people_[person].seen + "\r\n";
  }
  get(path, lines, due, [this, person, again](const Answer& answer) {
    if (measured(again ? "one, unchanged" : "one", answer, {200, 304})) {
      people_[person].seen = answer.etag;
    }
  });
}

void Evening::look_for_what_was_confirmed() {
  for (std::uint64_t number = 0; number < people_.size(); ++number) {
    if (people_[number].answered == 0) continue;
    get(
        draft_path(number), sign_in_lines(number, false), steady_microseconds(),
        [this, number](const Answer& answer) {
          if (answer.status != 200) {
            return failed("a confirmed autosave cannot be read: " + status_of(answer));
          }
          const Person& who = people_[number];
          // A save whose answer was lost may be there, one that was confirmed must be.
          for (std::uint64_t save = who.answered; save <= who.sent; ++save) {
            if (answer.body.find('"' + save_mark(save) + '"') != std::string::npos) return;
          }
          failed("a confirmed autosave is not there");
        },
        true);
  }
  for (const std::string& location : handed_in_) {
    get(location, sign_in_lines(99 % people_.size(), false), steady_microseconds(),
        [this](const Answer& answer) {
          if (answer.status != 200) {
            failed("a confirmed entry cannot be read: " + status_of(answer));
          }
        });
  }
  client_.run(steady_microseconds() + kLongestWait, true);
  if (client_.open_calls() > 0) failed("not found within a minute");
}

void Evening::print() const {
  std::printf("seed %u, %zu people, %.0f changes/s and %.0f reads/s were due, %zu connections\n",
              plan_.seed, people_.size(), plan_.changes_per_second, plan_.reads_per_second,
              plan_.connections);
  std::printf("%-16s%9s%9s%s\n", "", "answers", "/s", Latencies::head().c_str());
  for (const auto& [kind, latencies] : latencies_) {
    std::printf("%-16s%9zu%9.0f%s\n", kind.c_str(), latencies.count(),
                static_cast<double>(latencies.count()) / took_seconds_, latencies.line().c_str());
  }
  for (const auto& [what, count] : failures_) {
    std::printf("FAILED: %s (%llu times)\n", what.c_str(), static_cast<unsigned long long>(count));
  }
}

}  // namespace pilah::bench
