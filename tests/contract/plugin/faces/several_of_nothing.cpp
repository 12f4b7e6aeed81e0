// Offers a class that is nothing a plugin can offer.
#include "pilah/plugin.hpp"

struct Nothing {};

PILAH_PLUGIN("nothing", "1.0.0", Nothing)
