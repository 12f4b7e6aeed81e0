// The backend that the contract tests run on: each test gets a database of its own.
#pragma once

#include <cstdint>
#include <memory>

#include "pilah/store/store.hpp"

namespace pilah::tests {

/// One database, empty at first and gone with the object.
class Backend {
 public:
  virtual ~Backend() = default;
  /// Opens it; what earlier stores of this backend stored is there.
  virtual std::unique_ptr<store::Store> open() = 0;
  /// What the store's clock says from now on, in milliseconds since 1970.
  virtual void set_clock(std::int64_t milliseconds) = 0;
};

/// Defined once in each program of contract tests.
std::unique_ptr<Backend> make_backend();

}  // namespace pilah::tests
