# pilah_plugin(<id> SOURCES <file>... [LIBRARIES <target>...] [FOLDER <folder>]
#              [MANIFEST <plugin.json>])
#
# A plugin that is built with the host: the library with one exported symbol and
# no libstdc++ to find, beside its plugin.json with the library's SHA-256 filled
# in, in <build>/lib/pilah/plugins/<id>/ (or FOLDER/<id>/); beside that folder
# <id>.sha256, by which the host trusts it.
function(pilah_plugin id)
  cmake_parse_arguments(PLUGIN "" "FOLDER;MANIFEST" "SOURCES;LIBRARIES" ${ARGN})
  string(MAKE_C_IDENTIFIER "plugin_${id}" target)
  if(NOT PLUGIN_FOLDER)
    set(PLUGIN_FOLDER "${PROJECT_BINARY_DIR}/lib/pilah/plugins")
  endif()
  if(NOT PLUGIN_MANIFEST)
    set(PLUGIN_MANIFEST "${CMAKE_CURRENT_SOURCE_DIR}/plugin.json")
  endif()
  set(folder "${PLUGIN_FOLDER}/${id}")
  set(symbols "${PROJECT_SOURCE_DIR}/sdk/plugin.symbols")
  add_library(${target} MODULE ${PLUGIN_SOURCES})
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME "${id}" LIBRARY_OUTPUT_DIRECTORY "${folder}"
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS "${symbols}")
  target_link_libraries(${target} PRIVATE pilah::sdk ${PLUGIN_LIBRARIES})
  target_link_options(${target} PRIVATE
    -static-libstdc++ -static-libgcc -Wl,--version-script=${symbols} -Wl,--exclude-libs,ALL -Wl,-z,now)
  target_compile_options(${target} PRIVATE ${PILAH_WARNINGS})
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND}
      -D "manifest=${PLUGIN_MANIFEST}"
      -D "library=$<TARGET_FILE:${target}>" -D "output=${folder}/plugin.json" -D "digests=${folder}.sha256"
      -P "${PROJECT_SOURCE_DIR}/cmake/WriteManifest.cmake"
    VERBATIM)
  # A changed plugin.json links again, which writes the manifest anew.
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${PLUGIN_MANIFEST}")
endfunction()
