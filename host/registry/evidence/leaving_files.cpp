#include "pilah/registry/evidence/leaving_files.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "pilah/catalogue/review.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

std::set<std::string> files_of(const catalogue::Innovation& entry) {
  std::set<std::string> files;
  for (const auto& evidence : entry.evidence) files.insert(evidence.sha256);
  return files;
}

}  // namespace

LeavingFiles::LeavingFiles(const Environment& environment, std::vector<std::string> files)
    : environment_(environment), files_(std::move(files)) {
  for (const auto& file : files_) environment.store.evidence().expect_unnamed(file);
}

LeavingFiles LeavingFiles::of_versions(const Environment& environment, catalogue::InnovationId id) {
  std::vector<std::string> files;
  environment.store.read([&](store::Reader& reader) {
    files.clear();
    const auto region = reader.region_of(id);
    if (!region) return;
    const auto pending = reader.find<catalogue::PendingVersion>(*region, id);
    if (!pending) return;
    const auto waiting = files_of(pending->record.entry);
    const auto published = files_of(reader.find<catalogue::Innovation>(*region, id).value().record);
    std::set_symmetric_difference(waiting.begin(), waiting.end(), published.begin(),
                                  published.end(), std::back_inserter(files));
  });
  return {environment, std::move(files)};
}

void LeavingFiles::remove_unnamed() const {
  for (const auto& file : files_) {
    environment_.store.evidence().remove_unnamed(file, [&](const std::string& sha256) {
      bool named = false;
      environment_.store.read(
          [&](store::Reader& reader) { named = reader.names_evidence(sha256); });
      return named;
    });
  }
}

}  // namespace pilah::registry
