# Plugins and the sdk name headers of the sdk and of the C and C++ libraries, nothing of the host.
file(GLOB_RECURSE files "${source}/plugins/*.cpp" "${source}/plugins/*.hpp" "${source}/plugins/*.h"
     "${source}/sdk/*.h" "${source}/sdk/*.hpp" "${source}/sdk/*.cpp")
if(NOT files)
  message(FATAL_ERROR "no plugin sources found below ${source}")
endif()
foreach(file IN LISTS files)
  file(STRINGS "${file}" includes REGEX "^#include[ ]+\"pilah/[a-z]+/")
  foreach(include IN LISTS includes)
    message(SEND_ERROR "${file}: ${include}")
  endforeach()
endforeach()
