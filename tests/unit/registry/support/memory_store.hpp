// A store in memory, for tests of use cases: no disk, and failures on demand.
//
// Keeps records as JSON, as a real store does, and undoes a write that throws.
// Answers what the use cases under test ask; pages of innovations it does not.
// Any thread may use it; one read or write at a time.
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "pilah/store/store.hpp"

namespace pilah::tests {

class MemoryStore : public store::Store {
 public:
  void read(const std::function<void(store::Reader&)>& use) override;
  using Store::write;
  void write(const store::Actor& actor, const std::function<void(store::Writer&)>& change,
             store::Durability durability) override;
  std::unique_ptr<store::Staging> staging(catalogue::ImportId import) override;
  void drop_staging(catalogue::ImportId import) override;
  store::VerifyReport verify(const std::vector<store::ChainHead>&) override { return {}; }
  std::vector<store::ChainHead> copy_to(const std::filesystem::path&) override { return {}; }
  void checkpoint() override {}
  void scrub() override {}
  store::EvidenceFiles& evidence() override { return evidence_; }

  /// Write number `number` from now on (1: the next) fails as a full disk does,
  /// after its changes were made; 0: none does.
  void fail_write(int number) { failing_ = number; }
  /// The next write is tried twice, as after a conflict.
  void repeat_next_write() { repeating_ = true; }

  int writes() const { return writes_; }
  std::size_t stagings() const { return staged_.size(); }

  struct Document {
    std::string json;
    std::int64_t revision = 0;
  };
  struct Aside {
    store::Digest digest{};
    std::string document;
  };
  struct Told {
    catalogue::Happening happening;
    store::Addresses addresses;
  };
  using RecordKey = std::pair<store::RecordKind, catalogue::Uuid>;
  struct RegionRecords {
    catalogue::Region region;
    std::int64_t revision = 0;
    std::map<RecordKey, Document> records;
    std::map<std::pair<std::string, std::string>, store::OriginRow> origins;
    std::vector<store::Revision> revisions;
    std::map<std::pair<store::AsideKind, catalogue::Uuid>, Aside> aside;
    std::vector<Told> told;
    std::map<std::string, store::ReadMark> read;  ///< by account
  };
  using Regions = std::map<catalogue::RegionCode, RegionRecords>;
  struct Staged {
    std::vector<std::string> rows;
    bool sealed = false;
  };

 private:
  std::recursive_mutex mutex_;
  Regions regions_;
  std::map<catalogue::Uuid, Staged> staged_;
  store::EvidenceFiles evidence_{"/nowhere"};
  int failing_ = 0;
  bool repeating_ = false;
  int writes_ = 0;
};

}  // namespace pilah::tests
