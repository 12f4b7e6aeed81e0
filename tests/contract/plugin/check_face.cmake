# Compiles `source` with `compiler` and `flags`: it must be clean, or, where
# `fails_with` is given, fail and say so.
execute_process(COMMAND "${compiler}" ${flags} -fsyntax-only "${source}"
                RESULT_VARIABLE code OUTPUT_QUIET ERROR_VARIABLE error)
if(fails_with STREQUAL "")
  if(NOT code EQUAL 0 OR NOT error STREQUAL "")
    message(FATAL_ERROR "${source} is not clean:\n${error}")
  endif()
elseif(code EQUAL 0)
  message(FATAL_ERROR "${source} compiles, which it must not")
elseif(NOT error MATCHES "${fails_with}")
  message(FATAL_ERROR "${source} fails without saying: ${fails_with}\n${error}")
endif()
