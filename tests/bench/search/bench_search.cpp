// The index's figures on this machine: building, bytes, a mix of queries.
//
//   bench_search [innovations]      default: 300,000
//
// The mix, in equal shares: pages of 50 with all facets and the exact total.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <malloc.h>

#include "made_innovations.hpp"
#include "pilah/search/index.hpp"
#include "support/registry_data.hpp"
#include "varied_innovations.hpp"

namespace {

using namespace pilah;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Of this process, in MB.
double resident() {
  std::ifstream status("/proc/self/statm");
  double pages = 0;
  status >> pages >> pages;
  return pages * 4096 / 1e6;
}

void build(search::Index& index, const catalogue::Taxonomy& taxonomy, std::uint64_t innovations) {
  constexpr std::uint64_t kSlice = 1'000;
  double indexing = 0;
  double longest = 0;
  double longest_step = 0;
  for (std::uint64_t at = 0; at < innovations; at += kSlice) {
    std::vector<search::Change> changes;
    for (std::uint64_t i = at; i < std::min(innovations, at + kSlice); ++i) {
      auto made = bench::varied_innovation(i, taxonomy);
      changes.push_back({made.id, std::move(made), static_cast<std::int64_t>(i + 1)});
    }
    const bool last = at + kSlice >= innovations;
    auto begin = Clock::now();
    index.apply(bench::region(), changes,
                last ? std::optional<std::int64_t>(innovations) : std::nullopt);
    longest = std::max(longest, milliseconds_since(begin));
    indexing += milliseconds_since(begin);
    for (bool more = true; more;) {
      begin = Clock::now();
      more = index.compact(bench::region());
      longest_step = std::max(longest_step, milliseconds_since(begin));
      indexing += milliseconds_since(begin);
    }
  }
  const auto size = index.size();
  std::printf(
      "built: %zu innovations in %zu segments, %.1f s (longest slice of 1,000 %.0f ms, "
      "longest merge %.0f ms)\n",
      size.innovations, size.segments, indexing / 1e3, longest, longest_step);
  std::printf("memory: %.1f MB, %.0f bytes an innovation; the process %.0f MB\n",
              static_cast<double>(size.bytes) / 1e6,
              static_cast<double>(size.bytes) / static_cast<double>(size.innovations), resident());
}

struct Asked {
  const char* what;
  search::Query query;
};

std::vector<Asked> mix() {
  search::Query page;
  page.scopes = {{bench::region(), search::Visibility::whole_region()}};
  for (std::size_t i = 0; i < search::kFacets; ++i) {
    page.facets.push_back(static_cast<search::Facet>(i));
  }
  const auto with = [&page](auto change) {
    search::Query query = page;
    change(query);
    return query;
  };
  const auto searched = [&with](const char* text) {
    return with([text](search::Query& query) {
      query.text = text;
      query.sort = search::Sort::kRelevance;
    });
  };
  return {
      {"no text", page},
      {"a common word", searched("masyarakat ")},
      {"a common word as typed", searched("masyarakat")},
      {"two common words", searched("pelayanan masyarakat ")},
      {"three words", searched("puskesmas antrean daring")},
      {"a rare word", searched("12345 ")},
      {"the beginning of a word", searched("pela")},
      {"one letter", searched("p")},
      {"a misspelt word", searched("puskemas ")},
      {"filtered by owner and area", with([](search::Query& query) {
         query.conditions = {{search::Facet::kOwner, {bench::organisation(7).id.text()}},
                             {search::Facet::kArea, {"health"}}};
       })},
      {"a word, filtered by dimension, latest first", with([](search::Query& query) {
         query.text = "sekolah ";
         query.sort = search::Sort::kChanged;
         query.conditions = {{search::Facet::kDimension, {"smart-living", "smart-society"}}};
       })},
      {"a common word, public and own", with([](search::Query& query) {
         query.text = "masyarakat ";
         query.sort = search::Sort::kRelevance;
         query.scopes.front().visibility = {false, {bench::organisation(3).id}};
       })},
      {"by budget", with([](search::Query& query) { query.sort = search::Sort::kBudget; })},
      {"nothing found", searched("qwertyuiop ")},
  };
}

void print_times(const char* what, std::vector<double>& times, std::size_t total) {
  std::sort(times.begin(), times.end());
  std::printf("  %-46s %8zu  %7.3f %7.3f\n", what, total, times[times.size() / 2],
              times[times.size() * 99 / 100]);
}

void ask(const search::Index& index) {
  std::printf("%-48s %8s  %7s %7s ms\n", "pages of 50, facets, total", "total", "median", "p99");
  std::vector<double> all;
  for (const auto& asked : mix()) {
    std::vector<double> times;
    std::size_t total = 0;
    for (int i = 0; i < 200; ++i) {
      const auto begin = Clock::now();
      total = index.search(asked.query).total;
      times.push_back(milliseconds_since(begin));
    }
    all.insert(all.end(), times.begin(), times.end());
    print_times(asked.what, times, total);
  }
  print_times("the mix", all, 0);
}

/// What somebody types letter by letter, against the whole catalogue.
void type(const search::Index& index) {
  const std::string name = "Antrean Daring Puskesmas Keliling Masyarakat";
  const std::string summary =
      "Warga mengambil nomor antrean dari rumah lewat telepon, petugas puskesmas memanggil "
      "sesuai urutan dan masyarakat tidak menunggu lama di ruang pelayanan kesehatan";
  search::LikeQuery query;
  query.scopes = {{bench::region(), search::Visibility::whole_region()}};
  std::vector<double> times;
  const auto ask = [&] {
    const auto begin = Clock::now();
    index.like(query);
    times.push_back(milliseconds_since(begin));
  };
  for (std::size_t letters = 1; letters <= name.size(); ++letters) {
    query.name = name.substr(0, letters);
    ask();
  }
  for (std::size_t letters = 1; letters <= summary.size(); ++letters) {
    query.text = summary.substr(0, letters);
    ask();
  }
  print_times("what is like it, letter by letter", times, times.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t innovations = argc > 1 ? std::stoull(argv[1]) : 300'000;
  const auto taxonomy = catalogue::Taxonomy::read(tests::registry_data("taxonomy.json"));
  const auto stemming = text::Stemming::read(tests::registry_data("stemming.json"));
  search::Index index(stemming, taxonomy);
  build(index, taxonomy, innovations);
  ::malloc_trim(0);
  std::printf("  after giving back what is free: %.0f MB\n", resident());
  ask(index);
  type(index);
  return 0;
}
