#include <cstdio>

#include "misbehaving.hpp"

namespace {

class OpensFileInCreate : public misbehaving::Soon {
 public:
  explicit OpensFileInCreate(const pilah::Arguments& arguments) : Soon(arguments) {
    if (std::FILE* file = std::fopen("/etc/passwd", "r")) {
      std::fclose(file);
      throw std::runtime_error("could open a file");
    }
    throw std::runtime_error("could not open it");
  }
};

}  // namespace

PILAH_RULE(OpensFileInCreate, "opens-file-in-create", "1.0.0")
