#include "pilah/registry/requests.hpp"

#include "pilah/store/store.hpp"

namespace pilah::registry {

std::optional<DoneRequest> done_request(const Environment& environment, const Caller& caller,
                                        const std::string& key) {
  std::optional<DoneRequest> done;
  environment.store.read([&](store::Reader& reader) {
    done.reset();
    auto kept = reader.kept_request(caller.actor, key);
    if (!kept) return;
    done = DoneRequest{kept->request.digest, kept->region.text(), kept->revision,
                       std::move(kept->answer)};
  });
  return done;
}

void keep_answer(const Environment& environment, const Caller& caller, const std::string& answer) {
  if (!caller.request) return;
  environment.store.write(
      {caller.actor}, [&](store::Writer& writer) { writer.keep_answer(*caller.request, answer); },
      store::Durability::kSoon);
}

}  // namespace pilah::registry
