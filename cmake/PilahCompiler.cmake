# How every target of Pilah is compiled.
set(CMAKE_C_STANDARD 99)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

set(PILAH_SANITIZE "" CACHE STRING "Sanitizers to build with: empty, address,undefined or thread")
set_property(CACHE PILAH_SANITIZE PROPERTY STRINGS "" "address,undefined" "thread")

option(PILAH_FUZZ "Also build the targets of libFuzzer (clang++ only)" OFF)
if(PILAH_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "libFuzzer comes with clang++; use the preset fuzz")
  endif()
  # Counts which code each input reaches.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(PILAH_CCACHE ccache)
if(PILAH_CCACHE)
  # Precompiled headers carry a time stamp; without this ccache would never hit.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${PILAH_CCACHE})
endif()

# Scores must not depend on the compiler's mood: no fused multiply-add across
# statements, on any CPU.
add_compile_options(-ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-instantiate-templates>)
endif()
if(PILAH_SANITIZE)
  add_compile_options(-fsanitize=${PILAH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PILAH_SANITIZE})
endif()

set(PILAH_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Warns of impossible copies in std::string's operator+ (gcc bugs 105651 and
  # 105329, mended in 13).
  list(APPEND PILAH_WARNINGS -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
  if(PILAH_SANITIZE)
    list(APPEND PILAH_WARNINGS -Wno-stringop-overread)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
  # Takes a reference that a function answers for one into its temporary arguments.
  list(APPEND PILAH_WARNINGS $<$<COMPILE_LANGUAGE:CXX>:-Wno-dangling-reference>)
endif()
