/* An importer of lines in plain C99: each line is a row of one cell. */
#include <stdlib.h>
#include <string.h>

#include "pilah/plugin.h"

static int32_t refuse(pilah_error* error, const char* why) {
  const uint64_t length = strlen(why);
  error->length = length < error->capacity ? length : error->capacity;
  memcpy(error->text, why, (size_t)error->length);
  return PILAH_ERROR_INPUT;
}

static int32_t import_list(const pilah_create_arguments* arguments, const pilah_stream* stream,
                           const pilah_sink* sink, pilah_error* error) {
  char* bytes;
  uint64_t size = 0;
  uint64_t begin = 0;
  uint64_t row = 1;
  uint64_t at;
  int32_t status = PILAH_OK;
  (void)arguments;
  if (stream->size == 0) return refuse(error, "the file is empty");
  bytes = malloc((size_t)stream->size);
  if (bytes == NULL) return PILAH_ERROR_FAILED;
  while (size < stream->size) {
    const int64_t read = stream->read_at(stream->context, size, bytes + size, stream->size - size);
    if (read <= 0) break;
    size += (uint64_t)read;
  }
  for (at = 0; at <= size && status == PILAH_OK; ++at) {
    if (at == size ? begin < size : bytes[at] == '\n') {
      pilah_text cell;
      cell.bytes = bytes + begin;
      cell.length = at - begin;
      status = sink->row(sink->context, row++, &cell, 1);
      begin = at + 1;
    }
  }
  free(bytes);
  return status;
}

static const pilah_importer kImporter = {sizeof(pilah_importer), 0, import_list};

static const void* table(const char* id) {
  return strcmp(id, PILAH_IMPORTER_ID) == 0 ? &kImporter : NULL;
}

static const pilah_plugin kPlugin = {
    sizeof(pilah_plugin), PILAH_ABI_MAJOR, PILAH_ABI_MINOR, 0, "older-importer", "1.0.0", table};

const pilah_plugin* pilah_plugin_entry(uint32_t host_major, uint32_t host_minor) {
  (void)host_minor;
  return host_major == PILAH_ABI_MAJOR ? &kPlugin : NULL;
}
