# pilah_plugin(<id> SOURCES <file>... [LIBRARIES <target>...] [FOLDER <folder>]
#              [MANIFEST <plugin.json>] [FILES <file>...])
#
# A plugin: the library with one exported symbol and no libstdc++ to find, beside
# its plugin.json with the library's and the data files' SHA-256 filled in, in
# FOLDER/<id>/. FOLDER is PILAH_PLUGIN_FOLDER, or else <build>/plugins. FILES, a
# scenario or a README, are copied beside it.
#
# PILAH_PLUGIN_WARNINGS: further options of the compiler. PILAH_PLUGIN_DIGESTS ON
# writes <id>.sha256 beside that folder, by which a host trusts what it built.
set(PILAH_SDK_CMAKE "${CMAKE_CURRENT_LIST_DIR}")
function(pilah_plugin id)
  cmake_parse_arguments(PLUGIN "" "FOLDER;MANIFEST" "SOURCES;LIBRARIES;FILES" ${ARGN})
  string(MAKE_C_IDENTIFIER "plugin_${id}" target)
  if(NOT PLUGIN_FOLDER)
    set(PLUGIN_FOLDER "${PROJECT_BINARY_DIR}/plugins")
    if(PILAH_PLUGIN_FOLDER)
      set(PLUGIN_FOLDER "${PILAH_PLUGIN_FOLDER}")
    endif()
  endif()
  if(NOT PLUGIN_MANIFEST)
    set(PLUGIN_MANIFEST "${CMAKE_CURRENT_SOURCE_DIR}/plugin.json")
  endif()
  set(folder "${PLUGIN_FOLDER}/${id}")
  set(digests "")
  if(PILAH_PLUGIN_DIGESTS)
    set(digests "${folder}.sha256")
  endif()
  set(symbols "${PILAH_SDK_CMAKE}/plugin.symbols")
  add_library(${target} MODULE ${PLUGIN_SOURCES})
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME "${id}" LIBRARY_OUTPUT_DIRECTORY "${folder}"
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_features(${target} PRIVATE cxx_std_20)
  # No fused multiply-add: a score must not depend on the processor.
  target_compile_options(${target} PRIVATE -ffp-contract=off ${PILAH_PLUGIN_WARNINGS})
  target_link_libraries(${target} PRIVATE pilah::sdk ${PLUGIN_LIBRARIES})
  target_link_options(${target} PRIVATE
    -static-libstdc++ -static-libgcc -Wl,--version-script=${symbols} -Wl,--exclude-libs,ALL -Wl,-z,now)
  set(files "")
  foreach(file IN LISTS PLUGIN_FILES)
    list(APPEND files "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  endforeach()
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND}
      -D "manifest=${PLUGIN_MANIFEST}" -D "library=$<TARGET_FILE:${target}>"
      -D "output=${folder}/plugin.json" -D "digests=${digests}" -D "files=${files}" -P "${PILAH_SDK_CMAKE}/WriteManifest.cmake"
    VERBATIM)
  # A changed plugin.json links again, which writes the manifest anew.
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${symbols}" "${PLUGIN_MANIFEST}"
    "${PILAH_SDK_CMAKE}/WriteManifest.cmake" ${files})
endfunction()
