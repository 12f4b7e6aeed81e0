// The queue of each webhook, and who takes what out of it when.
#include "pilah/registry/webhooks/delivery.hpp"

#include <algorithm>
#include <condition_variable>
#include <thread>

#include <boost/json.hpp>

#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/webhooks/signature.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"
#include "unit/registry/workflow/desk.hpp"

namespace pilah::registry::tests {
namespace {

using catalogue::DeliveryState;
using catalogue::HappeningKind;
using catalogue::RegionCode;
using pilah::tests::Desk;
using pilah::tests::refused;

const auto kRegion = *RegionCode::parse("13.11");
const auto kElsewhere = *RegionCode::parse("16.02");
constexpr std::int64_t kBegin = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

Caller administrator() { return {"ani", {{catalogue::Role::kRegionAdministrator, kRegion, {}}}}; }

/// A host on disk, with receivers that answer what the test says.
class Post {
 public:
  Post() { open(); }

  /// As after a crash: what was committed is all that is left.
  void open() {
    store_.reset();
    store_ = store::open_sqlite(folder_.path() / "data",
                                {[this] { return clock; }, [this](auto bytes) { fill(bytes); }});
    environment_ = std::make_unique<Environment>(Environment{
        *store_, desk_.environment.plugins, desk_.environment.taxonomy, desk_.environment.directory,
        desk_.environment.lexicon, desk_.environment.list_words, [this] { return uuid(); },
        [] { return std::int64_t{0}; }, [] { return std::string("2026-01-01"); }});
    environment_->now = [this] { return clock; };
    environment_->random = [this](auto bytes) { fill(bytes); };
    for (const char* code : {"13.11", "16.02"}) {
      if (has_regions_) break;
      add_region(*environment_, Caller::with_data_folder("test"), code);
    }
    has_regions_ = true;
  }

  const Environment& environment() { return *environment_; }

  catalogue::WebhookId add(const std::string& address, std::vector<HappeningKind> kinds) {
    return add_webhook(*environment_, administrator(), kRegion, {address, std::move(kinds)})
        .webhook.id;
  }

  /// Something happens there; whatever it is about.
  void happen(HappeningKind kind, const RegionCode& region = kRegion) {
    store_->write({"siti"}, [&](store::Writer& writer) {
      catalogue::Innovation entry;
      entry.id = catalogue::InnovationId{uuid()};
      entry.region = region;
      entry.name = "Rahasia Sibatuah";
      writer.put(entry, "added");
      tell_of_entry(writer, kind, entry, "", "siti");
    });
  }

  /// Answers what the courier brings; remembers it.
  Send send() {
    return [this](const Telling& telling) {
      brought.push_back(telling);
      return answer(telling);
    };
  }

  /// "7 delivered, 6 waiting": the webhook's deliveries, the newest first.
  std::string states(const catalogue::WebhookId& webhook) {
    std::string text;
    for (const auto& [delivery, happening] :
         deliveries(*environment_, administrator(), kRegion, webhook).deliveries) {
      text += (text.empty() ? "" : ", ") + std::to_string(delivery.number) + ' ' +
              std::string(word_of(delivery.state));
    }
    return text;
  }

  std::int64_t clock = kBegin;
  std::vector<Telling> brought;
  std::function<Receipt(const Telling&)> answer = [](const Telling&) { return Receipt{204, ""}; };

 private:
  static const char* word_of(DeliveryState state) {
    return state == DeliveryState::kWaiting     ? "waiting"
           : state == DeliveryState::kDelivered ? "delivered"
                                                : "given-up";
  }
  catalogue::Uuid uuid() {
    catalogue::Uuid made;
    made.bytes[6] = 0x70;
    made.bytes[8] = 0x80;
    made.bytes[15] = ++last_uuid_;
    return made;
  }
  void fill(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = ++random_;
  }

  Desk desk_;  // for its reference data
  pilah::tests::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<Environment> environment_;
  bool has_regions_ = false;
  std::uint8_t last_uuid_ = 0;
  std::uint8_t random_ = 0;
};

const std::string kAddress = "https://dasbor.example.go.id/pilah";

void work_all(Courier& courier) {
  while (courier.work()) {
  }
}

}  // namespace

TEST_CASE("What happens is told in its order, signed, without a name or a text") {
  Post post;
  const auto made = add_webhook(post.environment(), administrator(), kRegion,
                                {kAddress, {HappeningKind::kVerified, HappeningKind::kReturned}});
  post.happen(HappeningKind::kReturned);
  post.clock += 5'000;
  post.happen(HappeningKind::kVerified);
  Courier courier(post.environment(), post.send());
  work_all(courier);
  REQUIRE(post.brought.size() == 2);
  CHECK(post.brought[0].id == "13.11-1");
  CHECK(post.brought[1].id == "13.11-2");
  const Telling& one = post.brought[1];
  CHECK(one.address == kAddress);
  CHECK(one.timestamp == post.clock / 1000);
  CHECK(one.signature == signature_of(made.secret, one.id, one.timestamp, one.body));
  const auto body = boost::json::parse(one.body).as_object();
  CHECK(body.at("id") == "13.11-2");
  CHECK(body.at("kind") == "verified");
  CHECK(body.at("region") == "13.11");
  CHECK(body.at("revision") == 2);
  CHECK(body.at("at") == "2026-01-01T00:00:05Z");
  CHECK(body.at("subject").at("kind") == "innovation");
  CHECK(body.size() == 6);
  CHECK(one.body.find("Sibatuah") == std::string::npos);
  CHECK(one.body.find("siti") == std::string::npos);
  CHECK(post.states(made.webhook.id) == "2 delivered, 1 delivered");
}

TEST_CASE("A webhook is told of its kinds alone, of its region, from its making on") {
  Post post;
  post.happen(HappeningKind::kVerified);
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kReturned);
  post.happen(HappeningKind::kVerified, kElsewhere);
  CHECK(post.states(webhook).empty());
  post.happen(HappeningKind::kVerified);
  CHECK(post.states(webhook) == "3 waiting");
}

TEST_CASE("What was committed is told after a crash, and what had no note is told again") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  post.open();
  {
    Courier courier(post.environment(), [&](const Telling& telling) -> Receipt {
      post.brought.push_back(telling);
      throw std::runtime_error("the host ends here");
    });
    CHECK_THROWS(courier.work());
  }
  post.open();
  CHECK(post.states(webhook) == "1 waiting");
  Courier courier(post.environment(), post.send());
  work_all(courier);
  REQUIRE(post.brought.size() == 2);
  CHECK(post.brought[0].id == post.brought[1].id);  // by which the receiver knows it again
  CHECK(post.states(webhook) == "1 delivered");
}

TEST_CASE("After a failure a webhook rests longer each time, and later ones wait their turn") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  post.happen(HappeningKind::kVerified);
  post.answer = [](const Telling&) { return Receipt{503, "webhook.answered"}; };
  Courier courier(post.environment(), post.send());
  for (const std::int64_t rest : {10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600}) {
    CAPTURE(rest);
    CHECK(courier.work());
    CHECK_FALSE(courier.work());
    post.clock += rest * 1000 - 1;
    CHECK_FALSE(courier.work());
    post.clock += 1;
  }
  for (const auto& telling : post.brought) CHECK(telling.id == "13.11-1");
  CHECK(webhooks(post.environment(), administrator(), kRegion).at(0).failures == 11);
  CHECK(courier.work());  // the twelfth: given up
  CHECK(post.states(webhook) == "2 waiting, 1 given-up");
  post.answer = [](const Telling&) { return Receipt{200, ""}; };
  CHECK_FALSE(courier.work());
  post.clock += 3'600'000;
  CHECK(courier.work());
  CHECK(post.states(webhook) == "2 delivered, 1 given-up");
  CHECK(webhooks(post.environment(), administrator(), kRegion).at(0).failures == 0);
  const auto page = deliveries(post.environment(), administrator(), kRegion, webhook);
  CHECK(page.deliveries.at(1).delivery.attempts == kMostAttempts);
  CHECK(page.deliveries.at(1).delivery.status == 503);
  CHECK(page.deliveries.at(1).delivery.failure == "webhook.answered");
}

TEST_CASE("What has waited for three days is given up at its next failure") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  post.answer = [](const Telling&) { return Receipt{0, "webhook.timed_out"}; };
  Courier courier(post.environment(), post.send());
  CHECK(courier.work());
  CHECK(post.states(webhook) == "1 waiting");
  post.clock += kLongestWait;
  CHECK(courier.work());
  CHECK(post.states(webhook) == "1 given-up");
}

TEST_CASE("Whatever was delivered or given up can be sent again, at once") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  post.answer = [](const Telling&) { return Receipt{0, "webhook.unreachable"}; };
  Courier courier(post.environment(), post.send());
  courier.work();
  send_again(post.environment(), administrator(), kRegion, webhook, 1);
  post.answer = [](const Telling&) { return Receipt{200, ""}; };
  CHECK(courier.work());
  CHECK(post.states(webhook) == "1 delivered");
  send_again(post.environment(), administrator(), kRegion, webhook, 1);
  CHECK(post.states(webhook) == "1 waiting");
  work_all(courier);
  CHECK(post.brought.size() == 3);
  CHECK(refused([&] { send_again(post.environment(), administrator(), kRegion, webhook, 9); }) ==
        "not found webhook.no_delivery");
}

TEST_CASE("A receiver that keeps silent holds up no other webhook, and no change") {
  Post post;
  const auto silent = post.add("https://diam.example/", {HappeningKind::kVerified});
  const auto other = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  std::mutex mutex;
  std::condition_variable changed;
  bool waits = false;
  bool may_end = false;
  Courier courier(post.environment(), [&](const Telling& telling) {
    if (telling.address == kAddress) return Receipt{200, ""};
    std::unique_lock lock(mutex);
    waits = true;
    changed.notify_all();
    changed.wait(lock, [&] { return may_end; });
    return Receipt{0, "webhook.timed_out"};
  });
  std::thread thread([&] { courier.work(); });  // of the two the first: it keeps silent
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waits; });
  }
  CHECK(courier.work());
  CHECK(post.states(other) == "1 delivered");
  post.happen(HappeningKind::kVerified);
  CHECK(courier.work());
  CHECK_FALSE(courier.work());  // the silent one is at work: in its order
  CHECK(post.states(other) == "2 delivered, 1 delivered");
  CHECK(post.states(silent) == "2 waiting, 1 waiting");
  {
    const std::lock_guard lock(mutex);
    may_end = true;
  }
  changed.notify_all();
  thread.join();
}

TEST_CASE("A webhook that is removed while it is told stays removed") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  post.answer = [&](const Telling&) {
    remove_webhook(post.environment(), administrator(), kRegion, webhook);
    return Receipt{200, ""};
  };
  Courier courier(post.environment(), post.send());
  work_all(courier);
  CHECK(webhooks(post.environment(), administrator(), kRegion).empty());
  post.happen(HappeningKind::kVerified);
  CHECK_FALSE(courier.work());
}

TEST_CASE("What is put into the queue anew while it is sent is sent once more") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  post.clock += 1;
  post.answer = [&](const Telling&) {
    if (post.brought.size() == 1) {
      send_again(post.environment(), administrator(), kRegion, webhook, 1);
    }
    return Receipt{200, ""};
  };
  Courier courier(post.environment(), post.send());
  work_all(courier);
  CHECK(post.brought.size() == 2);
  CHECK(post.states(webhook) == "1 delivered");
}

TEST_CASE("Webhooks are for who administers the region, few, and each address once") {
  Post post;
  const auto& host = post.environment();
  const NewWebhook wanted{kAddress, {HappeningKind::kVerified}};
  auto verifier = administrator();
  verifier.grants = {{catalogue::Role::kVerifier, kRegion, {}}};
  CHECK(refused([&] { add_webhook(host, verifier, kRegion, wanted); }) ==
        "forbidden rights.administer_region");
  CHECK(refused([&] { webhooks(host, verifier, kRegion); }) ==
        "forbidden rights.administer_region");
  CHECK(refused([&] { add_webhook(host, administrator(), kElsewhere, wanted); }) ==
        "forbidden rights.administer_region");
  CHECK(refused([&] {
          add_webhook(host, administrator(), kRegion, {kAddress, {}});
        }) == "invalid webhook.no_kind/kinds");
  CHECK(refused([&] {
          add_webhook(host, administrator(), kRegion,
                      {kAddress, {HappeningKind::kVerified, HappeningKind::kHandedOver}});
        }) == "invalid webhook.kind_not_told/kinds/1");
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  CHECK(refused([&] { post.add(kAddress, {HappeningKind::kVerified}); }) ==
        "conflict webhook.address_taken/address");
  for (std::size_t i = 1; i < kMostWebhooks; ++i) {
    post.add(kAddress + std::to_string(i), {HappeningKind::kVerified});
  }
  CHECK(refused([&] { post.add("https://lain.example/", {HappeningKind::kVerified}); }) ==
        "conflict webhook.too_many");
  // Nobody learns of another region's webhooks by their ids.
  Caller both = administrator();
  both.grants.push_back({catalogue::Role::kRegionAdministrator, kElsewhere, {}});
  CHECK(refused([&] { remove_webhook(host, both, kElsewhere, webhook); }) ==
        "not found webhook.not_found");
}

TEST_CASE("Deliveries that ended long ago are dropped, those that wait stay") {
  Post post;
  const auto webhook = post.add(kAddress, {HappeningKind::kVerified});
  post.happen(HappeningKind::kVerified);
  Courier courier(post.environment(), post.send());
  work_all(courier);
  post.happen(HappeningKind::kVerified);
  post.clock += std::int64_t{31} * 24 * 3'600'000;
  drop_old_deliveries(post.environment(), kRegion);
  CHECK(post.states(webhook) == "2 waiting");
}

}  // namespace pilah::registry::tests
