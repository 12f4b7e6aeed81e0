// What the host remembers of sign-ins that failed: who guesses must wait.
//
// In memory alone and bounded: beyond kMostLogins the one that failed longest ago is
// forgotten. A login that nobody has is treated as one that somebody has, so that
// nothing tells which exist. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "pilah/registry/people/password.hpp"

namespace pilah::registry {

class SignInGuard {
 public:
  static constexpr int kFreeTries = 5;
  static constexpr std::int64_t kFirstWait = 30'000;     ///< milliseconds; then twice as long ...
  static constexpr std::int64_t kLongestWait = 900'000;  ///< ... up to a quarter of an hour
  static constexpr std::size_t kMostLogins = 10'000;

  /// `steady_milliseconds`: a clock that never goes back.
  explicit SignInGuard(std::function<std::int64_t()> steady_milliseconds, PasswordCost cost = {});

  /// Milliseconds until the login may be tried; 0: now.
  std::int64_t wait(const std::string& login);
  void failed(const std::string& login);
  void succeeded(const std::string& login);

  const PasswordCost& cost() const { return cost_; }
  /// Of a password that nobody knows: compared with where there is no account, so that
  /// the answer takes as long. Made when it is first asked for.
  const std::string& hash_of_nobody();

 private:
  struct Failures {
    int count = 0;
    std::int64_t last = 0;
    std::int64_t free_at = 0;
  };

  const std::function<std::int64_t()> clock_;
  const PasswordCost cost_;
  std::once_flag made_;
  std::string hash_of_nobody_;
  std::mutex mutex_;
  std::map<std::string, Failures> by_login_;
};

}  // namespace pilah::registry
