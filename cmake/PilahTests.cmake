# What is tested is optimised as it ships; the tests themselves only so far that they
# compile in two thirds of the time. The precompiled header needs the same flags.
set(PILAH_TEST_OPTIMISATION $<$<CONFIG:Release>:-O1>)

# Builds what the thread sanitizer runs, and no more.
add_custom_target(pilah_thread_tests)

# pilah_tests(<name> SOURCES <file>... [USES <room>...] [LIBRARIES <target>...] [LABELS <label>...]
#             [TIMEOUT <seconds>])
#
# One test program of Catch2, test_<name>; each of its test cases becomes one
# test of ctest named "<name>: <sentence>". Sources include "support/catch.hpp",
# which is Catch2 2 or 3, whichever the system has. Labels: `sandbox` expects of a
# plugin's end what it is not with a sanitizer in its process; `threads` is worth
# the thread sanitizer's time. A test that takes longer than the timeout, 300 unless it is
# given, is broken off.
function(pilah_tests name)
  cmake_parse_arguments(TESTS "" "TIMEOUT" "SOURCES;USES;LIBRARIES;LABELS" ${ARGN})
  set(target test_${name})
  # ctest would take what stands behind it for another test.
  foreach(source IN LISTS TESTS_SOURCES)
    file(READ "${source}" text)
    if(text MATCHES "TEST_CASE\\([ \n]*\"[^\"\n]*;")
      message(FATAL_ERROR "${CMAKE_CURRENT_SOURCE_DIR}/${source}: the name of a test has a semicolon: ${CMAKE_MATCH_0}")
    endif()
  endforeach()
  add_executable(${target} ${TESTS_SOURCES})
  foreach(used IN LISTS TESTS_USES)
    target_link_libraries(${target} PRIVATE pilah::${used})
  endforeach()
  target_link_libraries(${target} PRIVATE pilah_test_support ${TESTS_LIBRARIES})
  target_compile_options(${target} PRIVATE ${PILAH_WARNINGS} ${PILAH_TEST_OPTIMISATION})
  target_precompile_headers(${target} REUSE_FROM pilah_test_support)
  # A test that Catch2 does not find by its name must not count as passed; 2 asks
  # for that, 3 does it anyway.
  if(Catch2_VERSION VERSION_LESS 3)
    set(no_test_fails EXTRA_ARGS --warn NoTests)
  endif()
  if(TESTS_LABELS)
    set(labels LABELS "${TESTS_LABELS}")
    if("threads" IN_LIST TESTS_LABELS)
      add_dependencies(pilah_thread_tests ${target})
    endif()
  endif()
  if(NOT TESTS_TIMEOUT)
    set(TESTS_TIMEOUT 300)
  endif()
  catch_discover_tests(${target} ${no_test_fails} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
                       PROPERTIES TIMEOUT ${TESTS_TIMEOUT} ${labels})
endfunction()
