#include "pilah/selection/certificate/certify.hpp"

#include <algorithm>
#include <cmath>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/narrowing.hpp"
#include "pilah/selection/engine/relaxation.hpp"

namespace pilah::selection {
namespace {

using engine::Column;
using engine::Core;
using engine::Effort;
using engine::Fixed;
using engine::Model;
using engine::Relaxation;
using engine::RowIndex;
using Claim = Certificate::Claim;
using Meaning = Model::RowMeaning::Kind;

constexpr Column kLargestCore = 20'000;
constexpr Column kWalkedChoices = 12;
constexpr std::size_t kMostNodes = 200'000;
constexpr std::size_t kDeepest = 2'000;
constexpr double kIntegral = 1e-6;

Wide absolute(Wide value) { return value < 0 ? -value : value; }

Multiplier::Row row_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::kResource:
      return Multiplier::Row::kResource;
    case Meaning::kGroup:
      return Multiplier::Row::kGroup;
    case Meaning::kCovered:
      return Multiplier::Row::kCovered;
    case Meaning::kCoverage:
      return Multiplier::Row::kCoverage;
    case Meaning::kRequires:
      return Multiplier::Row::kRequires;
    case Meaning::kExcludes:
      return Multiplier::Row::kExcludes;
    case Meaning::kCount:
    case Meaning::kOther:
      break;
  }
  return Multiplier::Row::kCount;
}

// Writes down what a relaxation proved, in rows of the model.
class Notary {
 public:
  explicit Notary(const Model& model) : rows_(model.rows()), meanings_(model.row_meanings()) {}

  ProofNode node(const Relaxation& relaxation) const {
    ProofNode result = empty(relaxation);
    const auto duals = relaxation.duals();
    for (RowIndex row = 0; row < duals.size(); ++row) add(result, row, duals[row]);
    return result;
  }

  // Of a core of the model, whose objective is divided.
  ProofNode node(const Relaxation& relaxation, const Core& core) const {
    ProofNode result = empty(relaxation);
    const auto duals = relaxation.duals();
    const Wide unit = result.impossible ? 1 : core.divisor();
    for (RowIndex row = 0; row < duals.size(); ++row) {
      add(result, core.source_rows()[row], unit * duals[row]);
    }
    return result;
  }

 private:
  static ProofNode empty(const Relaxation& relaxation) {
    ProofNode result;
    result.impossible = relaxation.infeasible();
    result.shift = static_cast<std::uint32_t>(relaxation.shift());
    return result;
  }

  // What rests on an end that the row does not have is noise of a ray.
  void add(ProofNode& node, RowIndex row, Wide value) const {
    if (value == 0) return;
    const auto end = value > 0 ? rows_[row].upper : rows_[row].lower;
    if (end == (value > 0 ? engine::kNoUpper : engine::kNoLower)) return;
    const auto& meaning = meanings_[row];
    node.multipliers.push_back({row_of(meaning.kind), meaning.index, meaning.clique, value});
  }

  std::span<const engine::Row> rows_;
  std::vector<Model::RowMeaning> meanings_;
};

// The proof that no set reaches a threshold but those that a walk finds.
class Prover {
 public:
  Prover(const Model& model, Effort& effort)
      : model_(&model),
        effort_(&effort),
        notary_(model),
        root_(model, effort.tuning().near_columns) {
    engine::seed(model, effort.tuning().seeds, root_);
    root_.solve(model.fixed(), INT64_MIN);
    first_ = notary_.node(root_);
  }

  const ProofNode& first() const { return first_; }
  std::int64_t bound() const { return root_.bound(); }

  // Without a threshold: that there is no set at all. Nothing: a limit came first.
  std::optional<std::vector<ProofNode>> prove(std::optional<std::int64_t> threshold) {
    proof_ = {first_};
    if (root_.infeasible() || (threshold && root_.bound() < *threshold)) return proof_;
    std::vector<Fixed> fixed =
        threshold ? engine::narrowed(*model_, root_, *threshold) : model_->fixed();
    // Whether a group is covered is never decided by a proof.
    std::fill(fixed.begin() + model_->choices(), fixed.end(), Fixed::kFree);
    if (std::count(fixed.begin(), fixed.begin() + model_->choices(), Fixed::kFree) >
        static_cast<std::ptrdiff_t>(kLargestCore)) {
      return std::nullopt;
    }
    proof_.front().next = ProofNode::Next::kAgain;
    const Core core(*model_, fixed, Core::Rows::kAsTheyAre);
    Relaxation relaxation(core);
    for (Column column = 0; column < core.columns(); ++column) relaxation.add_column(column);
    core_ = &core;
    relaxation_ = &relaxation;
    threshold_ = threshold ? core.scaled_up(*threshold) : INT64_MIN;
    fixed_.assign(core.columns(), Fixed::kFree);
    counted_ = 0;
    if (!divide(0)) return std::nullopt;
    return proof_;
  }

 private:
  bool divide(std::size_t depth) {
    constexpr std::uint64_t kOperationsOfUnit = 1000;
    constexpr std::uint64_t kRelaxation = 4;
    relaxation_->solve(fixed_, threshold_);
    const std::uint64_t worked = relaxation_->operations() - counted_;
    counted_ += worked;
    if (!effort_->spend(kRelaxation + worked / kOperationsOfUnit)) return false;
    if (proof_.size() >= kMostNodes || depth > kDeepest) return false;
    const std::size_t here = proof_.size();
    proof_.push_back(notary_.node(*relaxation_, *core_));
    if (relaxation_->infeasible()) return true;
    if (threshold_ != INT64_MIN && relaxation_->bound() < threshold_) return true;
    const std::size_t mark = trail_.size();
    fix_by_cost();
    const bool done = free_choices() <= kWalkedChoices || branch(here, depth);
    undo(mark);
    return done;
  }

  bool branch(std::size_t here, std::size_t depth) {
    const Column column = branching_column();
    proof_[here].next = ProofNode::Next::kBranch;
    proof_[here].branch = core_->parent_column(column);
    for (const Fixed value : {Fixed::kIn, Fixed::kOut}) {
      const std::size_t mark = trail_.size();
      fix(column, value);
      const bool done = divide(depth + 1);
      undo(mark);
      if (!done) return false;
    }
    return true;
  }

  void fix_by_cost() {
    if (threshold_ == INT64_MIN) return;
    const Wide gap = relaxation_->scaled_bound() - (Wide{threshold_} << relaxation_->shift());
    for (Column column = 0; column < core_->choices(); ++column) {
      const Wide cost = relaxation_->costs()[column];
      if (fixed_[column] == Fixed::kFree && absolute(cost) > gap) {
        fix(column, cost > 0 ? Fixed::kIn : Fixed::kOut);
      }
    }
  }

  // The most fractional; if none is, the one whose decision costs least.
  Column branching_column() const {
    Column best = 0;
    std::pair<double, Wide> best_merit{-1, 0};
    for (Column column = 0; column < core_->choices(); ++column) {
      if (fixed_[column] != Fixed::kFree) continue;
      const double at = relaxation_->solved() ? relaxation_->value(column) : 0;
      const double fraction = std::min(at, 1 - at);
      const std::pair<double, Wide> merit{fraction > kIntegral ? fraction : 0,
                                          -absolute(relaxation_->costs()[column])};
      if (merit <= best_merit) continue;
      best_merit = merit;
      best = column;
    }
    return best;
  }

  Column free_choices() const {
    return static_cast<Column>(
        std::count(fixed_.begin(), fixed_.begin() + core_->choices(), Fixed::kFree));
  }

  void fix(Column column, Fixed value) {
    fixed_[column] = value;
    trail_.push_back(column);
  }

  void undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) fixed_[trail_.back()] = Fixed::kFree;
  }

  const Model* model_;
  Effort* effort_;
  Notary notary_;
  Relaxation root_;
  ProofNode first_;
  std::vector<ProofNode> proof_;

  const Core* core_ = nullptr;
  Relaxation* relaxation_ = nullptr;
  std::int64_t threshold_ = INT64_MIN;  // in the units of the core
  std::vector<Fixed> fixed_;            // by column of the core
  std::vector<Column> trail_;
  std::uint64_t counted_ = 0;
};

}  // namespace

std::optional<Certificate> certify(const Problem& problem, const Answer& answer,
                                   const SolveOptions& options) {
  const Model model(problem, constraints_of(problem));
  Certificate certificate;
  if (!answer.best.empty()) certificate.selected = answer.best.front().positions;
  if (answer.status == Status::kInfeasible) {
    certificate.claim = Claim::kInfeasible;
    if (model.contradictory()) return certificate;
    Effort effort(options);
    auto proof = Prover(model, effort).prove(std::nullopt);
    if (!proof) return std::nullopt;
    certificate.proof = *std::move(proof);
    return certificate;
  }
  if (answer.status == Status::kOptimal) {
    certificate.bound = answer.best.front().score;
    for (const Claim claim : {Claim::kOrder, Claim::kScore}) {
      Effort effort(options);
      auto proof =
          Prover(model, effort).prove(certificate.bound + (claim == Claim::kScore ? 1 : 0));
      if (!proof) continue;
      certificate.claim = claim;
      certificate.proof = *std::move(proof);
      return certificate;
    }
  }
  Effort effort(options);
  const Prover prover(model, effort);
  if (prover.first().impossible) return std::nullopt;
  certificate.claim = Claim::kBound;
  certificate.bound = prover.bound();
  certificate.proof = {prover.first()};
  return certificate;
}

}  // namespace pilah::selection
