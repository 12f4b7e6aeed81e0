# find_package(Pilah 1.0): the target pilah::sdk and the function pilah_plugin().
get_filename_component(pilah_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET pilah::sdk)
  add_library(pilah::sdk INTERFACE IMPORTED)
  set_target_properties(pilah::sdk PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${pilah_prefix}/include")
endif()
# The program that checks and signs what was built.
find_program(PILAH_PROGRAM pilah HINTS "${pilah_prefix}/bin")
unset(pilah_prefix)
include("${CMAKE_CURRENT_LIST_DIR}/PilahPlugin.cmake")
