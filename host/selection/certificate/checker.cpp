#include "pilah/selection/certificate/checker.hpp"

#include <numeric>
#include <optional>

#include "pilah/selection/certificate/checking/decisions.hpp"
#include "pilah/selection/certificate/checking/flaw.hpp"
#include "pilah/selection/certificate/checking/rows.hpp"
#include "pilah/selection/certificate/checking/walk.hpp"
#include "pilah/selection/certificate/checking/weak_duality.hpp"

namespace pilah::selection {
namespace {

using checking::add;
using checking::Decisions;
using checking::Flaw;
using checking::ProvenBound;
using checking::score_of;
using checking::times;
using Claim = Certificate::Claim;
using State = Decisions::State;

class Checker {
 public:
  Checker(const Problem& problem, const Certificate& certificate, std::uint64_t most_walked)
      : problem_(&problem),
        certificate_(&certificate),
        rows_(problem),
        duality_(problem, rows_),
        walk_(problem, rows_, certificate, most_walked),
        decisions_(problem.size()) {}

  Verdict run() {
    try {
      check_selected();
      check_claim();
      verdict_.holds = true;
    } catch (const Flaw& flaw) {
      verdict_.flaw = flaw.sentence;
    }
    verdict_.nodes = next_;
    verdict_.walked = walk_.steps();
    return verdict_;
  }

 private:
  void check_selected() {
    const auto& selected = certificate_->selected;
    if (!selected) return;
    for (std::size_t i = 0; i < selected->size(); ++i) {
      if ((*selected)[i] >= problem_->size() || (i > 0 && (*selected)[i] <= (*selected)[i - 1])) {
        throw Flaw{"The selected set is no ascending list of candidates."};
      }
    }
    if (!rows_.met_by(*selected)) throw Flaw{"The selected set does not meet the constraints."};
    verdict_.selected = true;
    verdict_.score = score_of(*problem_, *selected);
  }

  void check_claim() {
    const Claim claim = certificate_->claim;
    if (claim == Claim::kInfeasible) {
      if (!rows_.collide()) check_tree();
      verdict_.infeasible = true;
      return;
    }
    if (claim != Claim::kBound) {
      if (!verdict_.selected) throw Flaw{"A score is claimed, but no set is given."};
      if (certificate_->bound != verdict_.score) {
        throw Flaw{"The claimed score is not that of the selected set."};
      }
      threshold_ = Wide{verdict_.score} + (claim == Claim::kScore ? 1 : 0);
    }
    check_tree();
    if (claim != Claim::kBound) verdict_.bound_value = verdict_.score;
    if (verdict_.bound_value > certificate_->bound) {
      throw Flaw{"The proof bounds the score by " + std::to_string(verdict_.bound_value) +
                 " only."};
    }
    verdict_.bound = true;
    verdict_.core = claim != Claim::kBound;
    verdict_.order = claim == Claim::kOrder;
  }

  void check_tree() {
    for (const Position each : problem_->included()) decisions_.decide(each, State::kIn);
    for (const Position each : problem_->excluded()) decisions_.decide(each, State::kOut);
    for (const Pair& pair : problem_->excludes_pairs()) {
      if (pair.first == pair.second) decisions_.decide(pair.first, State::kOut);
    }
    decisions_.settle();
    check_node(0);
    if (certificate_->claim != Claim::kBound && next_ != certificate_->proof.size()) {
      throw Flaw{"The proof goes on after its tree is complete."};
    }
  }

  void check_node(std::size_t depth) {
    if (next_ >= certificate_->proof.size()) throw Flaw{"The proof ends before its tree does."};
    if (depth > checking::kDeepest) throw Flaw{"The proof is too deep."};
    const bool first = next_ == 0;
    const ProofNode& node = certificate_->proof[next_++];
    const ProvenBound proven = duality_.prove(node, decisions_);
    if (node.impossible) {
      if (proven.bound >= 0) throw Flaw{"A node does not show that nothing is possible there."};
      if (first) verdict_.reduction = true;
      return;
    }
    if (first) {
      verdict_.bound_value =
          clamp_to_int64(floor_shift(proven.bound, static_cast<int>(node.shift)));
    }
    if (certificate_->claim == Claim::kBound) return;
    const std::size_t mark = decisions_.mark();
    const auto room = decide(node, proven);
    if (first && threshold_) {
      verdict_.reduction = true;
      verdict_.core_size = room ? static_cast<std::uint32_t>(decisions_.free_count()) : 0;
    }
    // The first node's decisions hold for all others.
    if (first && room && node.next == ProofNode::Next::kAgain) settle_for_good();
    if (room) go_on(node, proven, *room, depth);
    decisions_.undo(mark);
  }

  // Decides whose other value would close the node. What is left of the bound above
  // the threshold; nothing: the node is closed.
  std::optional<Wide> decide(const ProofNode& node, const ProvenBound& proven) {
    if (!threshold_) return Wide{0};
    const Wide room = add(proven.bound, -times(*threshold_, Wide{1} << node.shift));
    if (room < 0) return std::nullopt;
    const auto& open = decisions_.open();
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (!decisions_.is_free(open[i]) || checking::absolute(proven.costs[i]) <= room) continue;
      decisions_.decide(open[i], proven.costs[i] > 0 ? State::kIn : State::kOut);
    }
    return room;
  }

  void go_on(const ProofNode& node, const ProvenBound& proven, Wide room, std::size_t depth) {
    switch (node.next) {
      case ProofNode::Next::kAgain:
        check_node(depth + 1);
        break;
      case ProofNode::Next::kBranch:
        if (node.branch >= problem_->size() || !decisions_.is_free(node.branch)) {
          throw Flaw{"A node branches on a candidate that is decided."};
        }
        for (const State state : {State::kIn, State::kOut}) {
          const std::size_t mark = decisions_.mark();
          decisions_.decide(node.branch, state);
          check_node(depth + 1);
          decisions_.undo(mark);
        }
        break;
      case ProofNode::Next::kWalk:
        walk_.run(decisions_, proven, room, threshold_);
    }
  }

  // What is left can only add multiples of its scores' greatest common divisor.
  void settle_for_good() {
    decisions_.settle();
    if (decisions_.open().empty() || !threshold_) return;
    std::int64_t divisor = 0;
    for (const Position each : decisions_.open()) {
      divisor = std::gcd(divisor, problem_->score(each));
    }
    if (divisor == 0) return;
    const Wide over = (*threshold_ - score_of(*problem_, decisions_.settled_in())) % divisor;
    if (over != 0) *threshold_ += over > 0 ? divisor - over : -over;
  }

  const Problem* problem_;
  const Certificate* certificate_;
  checking::Rows rows_;
  checking::WeakDuality duality_;
  checking::Walk walk_;
  Decisions decisions_;
  Verdict verdict_;
  std::optional<Wide> threshold_;  // sets of a lower score need no look
  std::size_t next_ = 0;           // node of the proof
};

}  // namespace

Verdict check(const Problem& problem, const Certificate& certificate, std::uint64_t most_walked) {
  return Checker(problem, certificate, most_walked).run();
}

}  // namespace pilah::selection
