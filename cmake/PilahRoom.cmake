# pilah_room(<name> SOURCES <file>... [USES <room>...] [LIBRARIES <target>...])
#
# One room of the house: the static library pilah_<name>, alias pilah::<name>.
# Its headers are included as "pilah/<name>/<header>.hpp" through an include
# root of its own, a link to the room in the build folder. Everything is linked
# PRIVATE, so a room sees exactly the rooms that it names in USES, and what it
# does not name it cannot include, header-only use too.
function(pilah_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  set(target pilah_${name})
  add_library(${target} STATIC ${ROOM_SOURCES})
  add_library(pilah::${name} ALIAS ${target})
  pilah_include_root(${name} root)
  target_include_directories(${target} PUBLIC "${root}")
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(${target} PRIVATE pilah::${used})
  endforeach()
  target_link_libraries(${target} PRIVATE ${ROOM_LIBRARIES})
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:${PILAH_WARNINGS}>)
  set_property(GLOBAL APPEND PROPERTY PILAH_ROOMS ${name})
endfunction()

# The include root of a room: <build>/rooms/<name>/pilah/<name> -> host/<name>.
function(pilah_include_root name result)
  set(root "${PROJECT_BINARY_DIR}/rooms/${name}")
  file(MAKE_DIRECTORY "${root}/pilah")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/host/${name}" "${root}/pilah/${name}" SYMBOLIC)
  set(${result} "${root}" PARENT_SCOPE)
endfunction()
