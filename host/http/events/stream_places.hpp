// How many event streams may be open, in all and for one client: whoever holds a place
// may stream.
//
// Any thread; a place must not outlive where it was taken.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace pilah::http {

class StreamPlaces {
 public:
  StreamPlaces(std::size_t most, std::size_t most_of_one)
      : most_(most), most_of_one_(most_of_one) {}

  class Place {
   public:
    Place(StreamPlaces& places, std::string client)
        : places_(&places), client_(std::move(client)) {}
    Place(Place&& other) noexcept
        : places_(std::exchange(other.places_, nullptr)), client_(std::move(other.client_)) {}
    Place& operator=(Place&&) = delete;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
      if (places_) places_->give_back(client_);
    }

   private:
    StreamPlaces* places_;
    std::string client_;
  };

  /// Nothing: there is none left, or none for this client.
  std::optional<Place> take(const std::string& client) {
    const std::lock_guard lock(mutex_);
    const auto found = of_client_.find(client);
    if (taken_ >= most_ || (found != of_client_.end() && found->second >= most_of_one_)) {
      return std::nullopt;
    }
    ++taken_;
    ++of_client_[client];
    return Place(*this, client);
  }

  std::size_t taken() const {
    const std::lock_guard lock(mutex_);
    return taken_;
  }

 private:
  void give_back(const std::string& client) {
    const std::lock_guard lock(mutex_);
    --taken_;
    const auto found = of_client_.find(client);
    if (--found->second == 0) of_client_.erase(found);
  }

  const std::size_t most_;
  const std::size_t most_of_one_;
  mutable std::mutex mutex_;
  std::size_t taken_ = 0;
  std::map<std::string, std::size_t> of_client_;
};

}  // namespace pilah::http
