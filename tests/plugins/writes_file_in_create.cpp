#include <cstdio>

#include "misbehaving.hpp"

namespace {

class WritesFileInCreate : public misbehaving::Soon {
 public:
  explicit WritesFileInCreate(const pilah::Arguments& arguments) : Soon(arguments) {
    if (std::FILE* file = std::fopen("/tmp/pilah-plugin-was-here", "w")) {
      std::fclose(file);
      throw std::runtime_error("could write a file");
    }
    throw std::runtime_error("could not write it");
  }
};

}  // namespace

PILAH_RULE(WritesFileInCreate, "writes-file-in-create", "1.0.0")
