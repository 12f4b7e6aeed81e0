#include <sys/socket.h>

#include "misbehaving.hpp"

namespace {

class OpensSocketInCreate : public misbehaving::Soon {
 public:
  explicit OpensSocketInCreate(const pilah::Arguments& arguments) : Soon(arguments) {
    ::socket(AF_INET, SOCK_STREAM, 0);
  }
};

}  // namespace

PILAH_RULE(OpensSocketInCreate, "opens-socket-in-create", "1.0.0")
