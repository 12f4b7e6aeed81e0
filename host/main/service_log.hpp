// What a serving host writes on standard error: one JSON object a line, nothing that
// names a person (http/operation/request_record.hpp).
//
//   {"time": "2026-01-31T04:05:06.789Z", "id": ..., "method": ..., "route": ..., ...}
//   {"time": ..., "level": "error", "message": ...}
//
// spdlog keeps the lines of several threads apart. Any thread.
#pragma once

#include <memory>
#include <string>

#include "pilah/http/operation/request_record.hpp"

namespace spdlog {
class logger;
}

namespace pilah::host {

class ServiceLog {
 public:
  ServiceLog();
  ~ServiceLog();
  ServiceLog(const ServiceLog&) = delete;
  ServiceLog& operator=(const ServiceLog&) = delete;

  void request(const http::RequestRecord& record);
  void error(const std::string& message);

 private:
  const std::shared_ptr<spdlog::logger> log_;
};

}  // namespace pilah::host
