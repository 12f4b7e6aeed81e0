// Where exceptions become the status codes of the ABI, and nowhere else.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string_view>

#include "pilah/face/arguments.hpp"
#include "pilah/plugin.h"

namespace pilah {

/// Throw it when a file as a whole is not what an importer reads.
class BadFile : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

namespace detail {

/// The host wants no more of what an importer or exporter gives.
struct Stopped {};

inline std::int32_t fail(pilah_error* error, std::int32_t status, std::string_view text) noexcept {
  if (error != nullptr && error->text != nullptr) {
    auto length = std::min<std::uint64_t>(text.size(), error->capacity);
    while (length > 0 && length < text.size() &&
           (static_cast<unsigned char>(text[static_cast<std::size_t>(length)]) & 0xC0U) == 0x80U) {
      --length;
    }
    std::memcpy(error->text, text.data(), static_cast<std::size_t>(length));
    error->length = length;
  }
  return status;
}

/// Runs `work`; what it throws becomes a status and a text.
template <class Work>
std::int32_t guarded(pilah_error* error, Work work) noexcept {
  try {
    work();
    return PILAH_OK;
  } catch (const Stopped&) {
    return PILAH_ERROR_STOPPED;
  } catch (const BadParameters& failure) {
    return fail(error, PILAH_ERROR_PARAMETERS, failure.what());
  } catch (const BadFile& failure) {
    return fail(error, PILAH_ERROR_INPUT, failure.what());
  } catch (const std::exception& failure) {
    return fail(error, PILAH_ERROR_FAILED, failure.what());
  } catch (...) {
    return fail(error, PILAH_ERROR_FAILED, "an exception that is no std::exception");
  }
}

}  // namespace detail
}  // namespace pilah
