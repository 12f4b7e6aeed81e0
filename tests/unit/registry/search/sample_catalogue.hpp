// A catalogue in SQLite and its index, for tests of both together.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/store/store.hpp"
#include "support/temporary_folder.hpp"

namespace pilah::tests {

/// The store of a backend, with something that happens before each read.
class WatchedStore : public store::Store {
 public:
  explicit WatchedStore(std::unique_ptr<store::Store> inner) : inner_(std::move(inner)) {}

  std::function<void()> before_read = [] {};

  void read(const std::function<void(store::Reader&)>& use) override {
    before_read();
    inner_->read(use);
  }
  using Store::write;
  void write(const store::Actor& actor, const std::function<void(store::Writer&)>& change,
             store::Durability durability) override {
    inner_->write(actor, change, durability);
  }
  std::unique_ptr<store::Staging> staging(catalogue::ImportId import) override {
    return inner_->staging(import);
  }
  void drop_staging(catalogue::ImportId import) override { inner_->drop_staging(import); }
  using Store::verify;
  store::VerifyReport verify(const std::vector<store::ChainHead>& outside) override {
    return inner_->verify(outside);
  }
  std::vector<store::ChainHead> copy_to(const std::filesystem::path& folder) override {
    return inner_->copy_to(folder);
  }
  void checkpoint() override { inner_->checkpoint(); }
  void scrub() override { inner_->scrub(); }
  store::EvidenceFiles& evidence() override { return inner_->evidence(); }

 private:
  std::unique_ptr<store::Store> inner_;
};

/// Has the regions 13.11, with organisations 0 to 5, and 16.02.
class SampleCatalogue {
 public:
  using Building = registry::CatalogueIndex::Building;
  explicit SampleCatalogue(Building building = Building::kWhenAsked);

  /// Another store of the same database, as another process has one.
  std::unique_ptr<store::Store> open_again();
  std::int64_t put(const catalogue::Innovation& innovation,
                   store::Durability durability = store::Durability::kNow);
  std::int64_t revision();

  TemporaryFolder folder;
  WatchedStore store;
  plugin::PluginRepository plugins;
  registry::CatalogueIndex index;
  registry::Environment environment;
};

}  // namespace pilah::tests
