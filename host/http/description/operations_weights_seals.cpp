#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

using namespace schema;

void describe_weights_seals(RouteTable& table) {
  const std::string all = "/api/v1/regions/{code}/weights-seals";
  const auto signed_in = [](const char* id, Answer answer, const char* takes = "") {
    return Operation{.id = id,
                     .group = "selections",
                     .takes = takes,
                     .answers = {std::move(answer)},
                     .access = Access::kSigned};
  };
  auto list = signed_in("listWeightsSeals", gives("WeightsSealList"));
  list.query = {{"round", uuid()}};
  table.describe("GET", all, std::move(list));
  auto seal = signed_in("sealWeights", gives("SealedWeights", 201), "NewWeightsSeal");
  seal.refusals = {409};  // the round is closed
  table.describe("POST", all, std::move(seal));
  auto open = signed_in("openWeightsSeal", gives("WeightsSeal"), "WeightsEnvelope");
  open.refusals = {409};  // it is open already
  table.describe("POST", all + "/{id}/open", std::move(open));
}

}  // namespace pilah::http
