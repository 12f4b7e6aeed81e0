#include "pilah/search/segment/segment_merge.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace pilah::search {
namespace {

constexpr std::uint32_t kGone = ~std::uint32_t{0};

/// Of each source: where what it had at a place went to; kGone: nowhere.
using Places = std::vector<std::vector<std::uint32_t>>;

/// Goes through the strings of several sources together, each string once.
class Row {
 public:
  explicit Row(const std::vector<const SortedStrings*>& sources) {
    for (const auto* strings : sources) cursors_.emplace_back(*strings);
    find_least();
  }

  bool at_end() const { return here_.empty(); }
  std::string_view text() const { return cursors_[here_.front()].text(); }
  /// The sources that have it.
  const std::vector<std::size_t>& here() const { return here_; }
  std::size_t place_in(std::size_t source) const { return cursors_[source].place(); }
  void next() {
    for (const std::size_t source : here_) cursors_[source].next();
    find_least();
  }

 private:
  void find_least() {
    here_.clear();
    for (std::size_t source = 0; source < cursors_.size(); ++source) {
      if (cursors_[source].at_end()) continue;
      const int order =
          here_.empty() ? 0 : cursors_[source].text().compare(cursors_[here_.front()].text());
      if (order > 0) continue;
      if (order < 0) here_.clear();
      here_.push_back(source);
    }
  }

  std::vector<SortedStrings::Cursor> cursors_;
  std::vector<std::size_t> here_;
};

class Merge {
 public:
  explicit Merge(std::span<const LiveSegment> segments) : sources_(segments) { number(); }

  Segment run() {
    Segment segment;
    segment.ids = std::move(ids_);
    size_ = segment.ids.size();
    merge_words(segment);
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
      std::vector<const KeyedLists*> lists;
      for (const auto& source : sources_) lists.push_back(&source.segment->facets[facet]);
      segment.facets[facet] = merge_lists(lists, ListUse::kCounted, nullptr);
    }
    segment.names = merge_names();
    for (std::size_t number = 0; number < kNumbers; ++number) {
      segment.numbers[number] = merge_numbers(static_cast<Number>(number));
    }
    return segment;
  }

 private:
  /// New numbers, in the order of ids.
  void number() {
    struct Old {
      catalogue::InnovationId id;
      std::size_t source;
      Document document;
    };
    std::vector<Old> all;
    for (std::size_t source = 0; source < sources_.size(); ++source) {
      const Segment& segment = *sources_[source].segment;
      documents_.emplace_back(segment.size(), kGone);
      sources_[source].live->each([&](Document document) {
        all.push_back({segment.ids[document], source, document});
      });
    }
    std::sort(all.begin(), all.end(), [](const Old& a, const Old& b) { return a.id < b.id; });
    ids_.reserve(all.size());
    for (const auto& old : all) {
      documents_[old.source][old.document] = static_cast<std::uint32_t>(ids_.size());
      ids_.push_back(old.id);
    }
  }

  /// `went_to`: told where each key of each source is now; may be null.
  KeyedLists merge_lists(const std::vector<const KeyedLists*>& lists, ListUse use,
                         Places* went_to) const {
    std::vector<const SortedStrings*> keys;
    for (const auto* each : lists) {
      keys.push_back(&each->keys());
      if (went_to) went_to->emplace_back(each->keys().size(), kGone);
    }
    KeyedLists::Builder builder(size_, use);
    std::array<std::vector<Document>, 8> levels;
    std::uint32_t place = 0;
    for (Row row(keys); !row.at_end(); row.next()) {
      if (!gather(lists, row, levels)) continue;
      builder.begin(row.text());
      for (std::size_t level = 0; level < levels.size(); ++level) {
        if (!levels[level].empty()) builder.add(level, levels[level]);
      }
      if (went_to) {
        for (const std::size_t source : row.here()) {
          (*went_to)[source][row.place_in(source)] = place;
        }
      }
      ++place;
    }
    return std::move(builder).build();
  }

  /// False when no live document is in any list of the key.
  bool gather(const std::vector<const KeyedLists*>& lists, const Row& row,
              std::array<std::vector<Document>, 8>& levels) const {
    for (auto& level : levels) level.clear();
    bool any = false;
    for (const std::size_t source : row.here()) {
      const auto& numbers = documents_[source];
      lists[source]->each_list(row.place_in(source), [&](std::size_t level, const auto& list) {
        list.each([&](Document document) {
          if (numbers[document] == kGone) return;
          levels[level].push_back(static_cast<Document>(numbers[document]));
          any = true;
        });
      });
    }
    for (auto& level : levels) {
      if (!std::is_sorted(level.begin(), level.end())) std::sort(level.begin(), level.end());
    }
    return any;
  }

  void merge_words(Segment& segment) const {
    std::vector<const KeyedLists*> words;
    std::vector<const SortedStrings*> stems;
    for (const auto& source : sources_) {
      words.push_back(&source.segment->words);
      stems.push_back(&source.segment->stems.stems());
    }
    Places places;
    segment.words = merge_lists(words, ListUse::kRead, &places);
    StemForms::Builder builder;
    std::vector<std::uint32_t> forms;
    for (Row row(stems); !row.at_end(); row.next()) {
      forms.clear();
      for (const std::size_t source : row.here()) {
        const auto& before = sources_[source].segment->stems;
        for (const std::uint32_t form : before.forms(row.place_in(source))) {
          if (places[source][form] != kGone) forms.push_back(places[source][form]);
        }
      }
      std::sort(forms.begin(), forms.end());
      forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
      builder.add(row.text(), forms);
    }
    segment.stems = std::move(builder).build();
  }

  NameColumn merge_names() const {
    Places places;  // of each rank; not kGone: some live document has it
    std::vector<const SortedStrings*> keys;
    for (const auto& source : sources_) {
      const NameColumn& names = source.segment->names;
      keys.push_back(&names.keys());
      auto& ranks = places.emplace_back(names.keys().size(), kGone);
      source.live->each([&](Document document) { ranks[names.rank(document)] = 0; });
    }
    SortedStrings::Builder builder;
    for (Row row(keys); !row.at_end(); row.next()) {
      bool added = false;
      for (const std::size_t source : row.here()) {
        auto& rank = places[source][row.place_in(source)];
        if (rank == kGone) continue;
        if (!added) builder.add(row.text());
        added = true;
        rank = static_cast<std::uint32_t>(builder.size() - 1);
      }
    }
    std::vector<std::uint16_t> ranks(size_);
    for (std::size_t source = 0; source < sources_.size(); ++source) {
      const NameColumn& names = sources_[source].segment->names;
      sources_[source].live->each([&](Document document) {
        ranks[documents_[source][document]] =
            static_cast<std::uint16_t>(places[source][names.rank(document)]);
      });
    }
    return {std::move(builder).build(), std::move(ranks)};
  }

  NumberColumn merge_numbers(Number which) const {
    std::vector<std::optional<std::int64_t>> numbers(size_);
    for (std::size_t source = 0; source < sources_.size(); ++source) {
      const NumberColumn& column = sources_[source].segment->number(which);
      sources_[source].live->each([&](Document document) {
        numbers[documents_[source][document]] = column.number(document);
      });
    }
    return NumberColumn(numbers);
  }

  std::span<const LiveSegment> sources_;
  std::size_t size_ = 0;
  std::vector<catalogue::InnovationId> ids_;
  Places documents_;
};

}  // namespace

Segment merged(std::span<const LiveSegment> segments) { return Merge(segments).run(); }

}  // namespace pilah::search
