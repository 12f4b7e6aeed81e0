#include "misbehaving.hpp"

namespace {

/// An importer that takes what one read gives for the whole file.
std::int32_t import_list(const pilah_create_arguments*, const pilah_stream* stream,
                         const pilah_sink* sink, pilah_error*) {
  char bytes[4096];
  const std::int64_t count = stream->read_at(stream->context, 0, bytes, sizeof(bytes));
  if (count <= 0) return PILAH_OK;
  const pilah_text cell = {bytes, static_cast<std::uint64_t>(count)};
  for (std::int64_t i = 0; i < count; ++i) {
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) return PILAH_ERROR_INPUT;
  }
  sink->reject(sink->context, 0, 0, {nullptr, 0});
  return sink->row(sink->context, 1, &cell, 1);
}

}  // namespace

PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(uint32_t major, uint32_t) {
  static const pilah_importer importer = {sizeof(pilah_importer), 0, import_list};
  static const pilah_plugin plugin = {
      sizeof(pilah_plugin),
      PILAH_ABI_MAJOR,
      PILAH_ABI_MINOR,
      0,
      "reads-short",
      "1.0.0",
      [](const char* id) -> const void* {
        return pilah::detail::same(id, PILAH_IMPORTER_ID) ? &importer : nullptr;
      }};
  return major == PILAH_ABI_MAJOR ? &plugin : nullptr;
}
