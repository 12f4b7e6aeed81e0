// Catch2 as the system has it: version 2 on Debian 12, version 3 on Debian 13.
#pragma once

#ifdef PILAH_CATCH2_V3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
