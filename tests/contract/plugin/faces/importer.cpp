#include "pilah/plugin.hpp"

class Sample : public pilah::Importer {
 public:
  explicit Sample(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink&) {}
};

PILAH_IMPORTER(Sample, "sample", "1.0.0")
