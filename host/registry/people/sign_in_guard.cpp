#include "pilah/registry/people/sign_in_guard.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <sodium.h>

namespace pilah::registry {
namespace {

std::string unknown_password() {
  std::array<char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return {bytes.begin(), bytes.end()};
}

}  // namespace

SignInGuard::SignInGuard(std::function<std::int64_t()> steady_milliseconds, PasswordCost cost)
    : clock_(std::move(steady_milliseconds)), cost_(cost) {}

const std::string& SignInGuard::hash_of_nobody() {
  std::call_once(made_, [this] { hash_of_nobody_ = hash_password(unknown_password(), cost_); });
  return hash_of_nobody_;
}

std::int64_t SignInGuard::wait(const std::string& login) {
  const std::lock_guard lock(mutex_);
  const auto known = by_login_.find(login);
  return known == by_login_.end() ? 0 : std::max<std::int64_t>(0, known->second.free_at - clock_());
}

void SignInGuard::failed(const std::string& login) {
  const std::lock_guard lock(mutex_);
  const std::int64_t now = clock_();
  if (by_login_.size() >= kMostLogins && !by_login_.contains(login)) {
    by_login_.erase(std::min_element(
        by_login_.begin(), by_login_.end(),
        [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
  }
  Failures& failures = by_login_[login];
  failures.last = now;
  if (++failures.count < kFreeTries) return;
  const int doublings = std::min(failures.count - kFreeTries, 10);
  failures.free_at = now + std::min(kFirstWait << doublings, kLongestWait);
}

void SignInGuard::succeeded(const std::string& login) {
  const std::lock_guard lock(mutex_);
  by_login_.erase(login);
}

}  // namespace pilah::registry
