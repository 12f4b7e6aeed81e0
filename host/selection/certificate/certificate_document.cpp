#include "pilah/selection/certificate/certificate_document.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/system/error_code.hpp>

namespace pilah::selection {
namespace {

namespace json = boost::json;
using Claim = Certificate::Claim;
using Next = ProofNode::Next;
using Row = Multiplier::Row;

constexpr std::array<std::pair<Claim, std::string_view>, 4> kClaims = {{
    {Claim::kBound, "bound"},
    {Claim::kScore, "score"},
    {Claim::kOrder, "order"},
    {Claim::kInfeasible, "infeasible"},
}};
constexpr std::array<std::pair<Next, std::string_view>, 3> kNexts = {{
    {Next::kWalk, "walk"},
    {Next::kAgain, "again"},
    {Next::kBranch, "branch"},
}};
constexpr std::array<std::pair<Row, std::string_view>, 7> kRows = {{
    {Row::kCount, "count"},
    {Row::kResource, "resource"},
    {Row::kGroup, "group"},
    {Row::kCovered, "covered"},
    {Row::kCoverage, "coverage"},
    {Row::kRequires, "requires"},
    {Row::kExcludes, "excludes"},
}};

template <class Words, class Value>
json::string word_of(const Words& words, Value value) {
  for (const auto& [each, word] : words) {
    if (each == value) return json::string(word.data(), word.size());
  }
  return {};
}

json::string text_of(std::string_view text) { return json::string(text.data(), text.size()); }

std::string decimal(Wide value) {
  if (value == 0) return "0";
  std::string digits;
  for (Wide rest = value; rest != 0; rest /= 10) {
    const auto digit = static_cast<int>(rest % 10);
    digits.insert(digits.begin(), static_cast<char>('0' + (digit < 0 ? -digit : digit)));
  }
  return value < 0 ? "-" + digits : digits;
}

json::array ids(const Problem& problem, const std::vector<Position>& positions) {
  json::array result;
  for (const Position each : positions) result.push_back(text_of(problem.id(each)));
  return result;
}

json::array written(const Problem& problem, const Multiplier& each) {
  json::array result;
  result.push_back(word_of(kRows, each.row));
  switch (each.row) {
    case Row::kCount:
      break;
    case Row::kResource:
      result.push_back(text_of(problem.resources()[each.index]));
      break;
    case Row::kGroup:
    case Row::kCovered:
      result.push_back(text_of(problem.group_names()[each.index]));
      break;
    case Row::kCoverage:
    case Row::kRequires:
      result.push_back(each.index);
      break;
    case Row::kExcludes:
      result.push_back(ids(problem, each.clique));
  }
  result.push_back(text_of(decimal(each.value)));
  return result;
}

json::object written(const Problem& problem, const ProofNode& node) {
  json::object result;
  if (node.impossible) result["impossible"] = true;
  result["shift"] = node.shift;
  json::array multipliers;
  for (const Multiplier& each : node.multipliers) multipliers.push_back(written(problem, each));
  result["multipliers"] = std::move(multipliers);
  result["next"] = word_of(kNexts, node.next);
  if (node.next == Next::kBranch) result["candidate"] = text_of(problem.id(node.branch));
  return result;
}

// --- Reading ---

// Ends the reading with a Refusal.
[[noreturn]] void refuse(std::string pointer, Message message) {
  throw Refusal{std::move(pointer), std::move(message)};
}

class Reader {
  static std::string text(const json::value& value, const std::string& pointer) {
    if (!value.is_string()) refuse(pointer, {"selection.must_be_text", {}});
    return std::string(value.get_string());
  }

  template <class Words>
  static auto word(const Words& words, const json::value& value, const std::string& pointer) {
    const std::string found = text(value, pointer);
    std::string known;
    for (const auto& [each, word] : words) {
      if (found == word) return each;
      known += (known.empty() ? "" : ", ") + std::string(word);
    }
    refuse(pointer, {"selection.certificate_word", {{"known", known}}});
  }

 public:
  explicit Reader(const Problem& problem) {
    index(problem.ids(), ids_);
    index(problem.resources(), resources_);
    index(problem.group_names(), groups_);
  }

  ReadCertificate read(const json::value& document) const {
    const auto& root = object(document, "");
    if (integer(member(root, "", "pilah_certificate"), "/pilah_certificate") != 1) {
      refuse("/pilah_certificate", {"selection.certificate_version", {}});
    }
    ReadCertificate result;
    result.problem_sha256 = text(member(root, "", "problem_sha256"), "/problem_sha256");
    Certificate& certificate = result.certificate;
    certificate.claim = word(kClaims, member(root, "", "claim"), "/claim");
    const json::value& selected = member(root, "", "selected");
    if (!selected.is_null()) certificate.selected = positions(selected, "/selected");
    const Wide bound = wide(member(root, "", "bound"), "/bound");
    if (clamp_to_int64(bound) != bound) refuse("/bound", digits_expected(kDigitsOf64Bits));
    certificate.bound = clamp_to_int64(bound);
    const auto& proof = array(member(root, "", "proof"), "/proof");
    for (std::size_t i = 0; i < proof.size(); ++i) {
      certificate.proof.push_back(node(proof[i], "/proof/" + std::to_string(i)));
    }
    return result;
  }

 private:
  using Index = std::unordered_map<std::string_view, std::uint32_t>;

  static void index(const Names& names, Index& index) {
    for (std::uint32_t i = 0; i < names.size(); ++i) index.emplace(names[i], i);
  }

  static const json::object& object(const json::value& value, const std::string& pointer) {
    if (!value.is_object()) refuse(pointer, {"selection.must_be_object", {}});
    return value.get_object();
  }
  static const json::array& array(const json::value& value, const std::string& pointer) {
    if (!value.is_array()) refuse(pointer, {"selection.must_be_list", {}});
    return value.get_array();
  }
  static const json::value& member(const json::object& object, const std::string& pointer,
                                   const char* key) {
    const auto* value = object.if_contains(key);
    if (value == nullptr) refuse(pointer, {"selection.missing_key", {{"key", key}}});
    return *value;
  }
  static std::uint32_t integer(const json::value& value, const std::string& pointer) {
    const auto* number = value.if_int64();
    if (number == nullptr || *number < 0 || *number > UINT32_MAX) {
      refuse(pointer, {"selection.certificate_integer", {}});
    }
    return static_cast<std::uint32_t>(*number);
  }

  static constexpr std::size_t kDigitsOf64Bits = 18;
  static constexpr std::size_t kMostDigits = 37;  // always within 128 bits

  static Message digits_expected(std::size_t most) {
    return {"selection.certificate_digits", {{"most", std::to_string(most)}}};
  }

  static Wide wide(const json::value& value, const std::string& pointer) {
    const std::string digits = text(value, pointer);
    const bool negative = digits.starts_with('-');
    const std::string_view rest = std::string_view(digits).substr(negative ? 1 : 0);
    const auto is_digit = [](char each) { return each >= '0' && each <= '9'; };
    if (rest.empty() || rest.size() > kMostDigits || !std::ranges::all_of(rest, is_digit)) {
      refuse(pointer, digits_expected(kMostDigits));
    }
    Wide result = 0;
    for (const char digit : rest) result = result * 10 + (digit - '0');
    return negative ? -result : result;
  }

  // `unknown`: what to say of a name that the problem does not have.
  static std::uint32_t named(const Index& index, const char* unknown, const json::value& value,
                             const std::string& pointer) {
    const std::string name = text(value, pointer);
    const auto found = index.find(name);
    if (found == index.end()) refuse(pointer, {unknown, {{"name", name}}});
    return found->second;
  }

  std::vector<Position> positions(const json::value& value, const std::string& pointer) const {
    std::vector<Position> result;
    for (const json::value& each : array(value, pointer)) {
      result.push_back(named(ids_, "selection.certificate_candidate", each,
                             pointer + "/" + std::to_string(result.size())));
    }
    return result;
  }

  ProofNode node(const json::value& value, const std::string& pointer) const {
    const auto& found = object(value, pointer);
    ProofNode result;
    result.impossible = found.contains("impossible");
    result.shift = integer(member(found, pointer, "shift"), pointer + "/shift");
    const auto& multipliers =
        array(member(found, pointer, "multipliers"), pointer + "/multipliers");
    for (std::size_t i = 0; i < multipliers.size(); ++i) {
      result.multipliers.push_back(
          multiplier(multipliers[i], pointer + "/multipliers/" + std::to_string(i)));
    }
    result.next = word(kNexts, member(found, pointer, "next"), pointer + "/next");
    if (result.next == Next::kBranch) {
      result.branch = named(ids_, "selection.certificate_candidate",
                            member(found, pointer, "candidate"), pointer + "/candidate");
    }
    return result;
  }

  Multiplier multiplier(const json::value& value, const std::string& pointer) const {
    const auto& parts = array(value, pointer);
    if (parts.empty()) refuse(pointer, {"selection.certificate_row", {{"length", "2"}}});
    Multiplier result;
    result.row = word(kRows, parts[0], pointer + "/0");
    const std::size_t expected = result.row == Row::kCount ? 2 : 3;
    if (parts.size() != expected) {
      refuse(pointer, {"selection.certificate_row", {{"length", std::to_string(expected)}}});
    }
    switch (result.row) {
      case Row::kCount:
        break;
      case Row::kResource:
        result.index =
            named(resources_, "selection.certificate_resource", parts[1], pointer + "/1");
        break;
      case Row::kGroup:
      case Row::kCovered:
        result.index = named(groups_, "selection.certificate_group", parts[1], pointer + "/1");
        break;
      case Row::kCoverage:
      case Row::kRequires:
        result.index = integer(parts[1], pointer + "/1");
        break;
      case Row::kExcludes:
        result.clique = positions(parts[1], pointer + "/1");
    }
    result.value = wide(parts.back(), pointer + "/" + std::to_string(expected - 1));
    return result;
  }

  Index ids_, resources_, groups_;
};

}  // namespace

std::string certificate_document(const Problem& problem, const Certificate& certificate,
                                 std::string_view problem_sha256) {
  json::object document;
  document["pilah_certificate"] = 1;
  document["problem_sha256"] = text_of(problem_sha256);
  document["claim"] = word_of(kClaims, certificate.claim);
  document["selected"] = certificate.selected ? json::value(ids(problem, *certificate.selected))
                                              : json::value(nullptr);
  document["bound"] = std::to_string(certificate.bound);
  json::array proof;
  for (const ProofNode& node : certificate.proof) proof.push_back(written(problem, node));
  document["proof"] = std::move(proof);
  return json::serialize(document);
}

std::variant<ReadCertificate, Refusal> read_certificate(const Problem& problem,
                                                        std::string_view document) {
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(document.data(), document.size()), error);
  if (error) return Refusal{"", {"selection.certificate_no_json", {}}};
  try {
    return Reader(problem).read(value);
  } catch (const Refusal& refusal) {
    return refusal;
  }
}

std::string verdict_document(const Verdict& verdict, bool same_problem) {
  json::array verified;
  const auto list = [&](bool is, const char* what) {
    if (is) verified.push_back(what);
  };
  list(same_problem, "problem");
  list(verdict.selected, "selected");
  list(verdict.bound, "bound");
  list(verdict.reduction, "reduction");
  list(verdict.core, "core");
  list(verdict.order, "order");
  list(verdict.infeasible, "infeasible");
  json::object document;
  document["holds"] = verdict.holds && same_problem;
  document["verified"] = std::move(verified);
  document["flaw"] = json::value(nullptr);
  if (!verdict.flaw.empty()) {
    document["flaw"] = text_of(verdict.flaw);
  } else if (!same_problem) {
    document["flaw"] = "The certificate is of another problem document.";
  }
  if (verdict.selected) document["score"] = verdict.score;
  if (verdict.bound) document["bound"] = verdict.bound_value;
  if (verdict.reduction) document["core_candidates"] = verdict.core_size;
  document["nodes"] = verdict.nodes;
  document["walked"] = verdict.walked;
  return json::serialize(document);
}

}  // namespace pilah::selection
