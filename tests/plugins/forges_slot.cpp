#include "misbehaving.hpp"

namespace {

/// An importer that says itself, past the runner, how many bytes a slot holds.
class ForgesSlot : public pilah::Importer {
 public:
  explicit ForgesSlot(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink& sink) {
    misbehaving::wire::send(misbehaving::wire::kRows, 1, 0, UINT64_MAX);
    sink.row(1, {"nama"});
  }
};

}  // namespace

PILAH_IMPORTER(ForgesSlot, "forges-slot", "1.0.0")
