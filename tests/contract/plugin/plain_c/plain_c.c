/* A rule in plain C99, by the header alone: the shorter, the better. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pilah/plugin.h"

struct pilah_rule_instance {
  int64_t horizon;
};

static int known(const pilah_column* column, uint64_t row) {
  return column->validity == NULL || ((column->validity[row / 8] >> (row % 8)) & 1) != 0;
}

static int is_named(pilah_text text, const char* name) {
  return text.length == strlen(name) && memcmp(text.bytes, name, strlen(name)) == 0;
}

static int32_t create(const pilah_create_arguments* arguments, pilah_rule_instance** instance,
                      pilah_error* error) {
  static const char kNoMemory[] = "no memory";
  pilah_rule_instance* made = malloc(sizeof(*made));
  uint32_t i;
  if (made == NULL) {
    error->length = sizeof(kNoMemory) - 1 < error->capacity ? sizeof(kNoMemory) - 1 : 0;
    memcpy(error->text, kNoMemory, error->length);
    return PILAH_ERROR_FAILED;
  }
  made->horizon = 1;
  for (i = 0; i < arguments->parameter_count; ++i) {
    const pilah_parameter* parameter = PILAH_ELEMENT(arguments->parameters, pilah_parameter, i);
    if (is_named(parameter->pointer, "/horizon")) made->horizon = parameter->integer;
  }
  *instance = made;
  return PILAH_OK;
}

static void destroy(pilah_rule_instance* instance) { free(instance); }

static int32_t score(pilah_rule_instance* instance, const pilah_batch* batch,
                     const pilah_scores* scores, pilah_error* error) {
  const pilah_column* name = PILAH_ELEMENT(batch->columns, pilah_column, 0);
  const pilah_column* duration = PILAH_ELEMENT(batch->columns, pilah_column, 1);
  uint64_t row;
  (void)error;
  for (row = 0; row < batch->rows; ++row) {
    if (!known(name, row)) scores->not_eligible[row] = 1;
    if (known(duration, row)) {
      const int64_t months = ((const int64_t*)duration->values)[row];
      const double value = 1.0 - (double)months / (double)instance->horizon;
      scores->values[0][row] = value < 0.0 ? 0.0 : value;
      scores->unknown[0][row] = 0;
    }
  }
  return PILAH_OK;
}

static int32_t explain(pilah_rule_instance* instance, const pilah_batch* batch, uint64_t row,
                       uint32_t criterion, char* text, uint64_t capacity, uint64_t* length,
                       pilah_error* error) {
  const pilah_column* duration = PILAH_ELEMENT(batch->columns, pilah_column, 1);
  int written;
  (void)instance;
  (void)criterion;
  (void)error;
  if (known(duration, row)) {
    written = snprintf(text, (size_t)capacity, "%lld months",
                       (long long)((const int64_t*)duration->values)[row]);
  } else {
    written = snprintf(text, (size_t)capacity, "the duration is unknown");
  }
  *length = written < 0 ? 0 : (uint64_t)written < capacity ? (uint64_t)written : capacity;
  return PILAH_OK;
}

static const char* const kColumns[] = {"name", "duration_months"};
static const pilah_criterion kCriteria[] = {
    {sizeof(pilah_criterion), 1, "soon", "Cepat", "Soon", "lama", "long", "cepat", "soon"}};
static const pilah_reason kReasons[] = {
    {sizeof(pilah_reason), 0, "no-name", "tanpa nama", "without a name"}};
static const pilah_rule_descriptor kDescriptor = {sizeof(pilah_rule_descriptor),
                                                  PILAH_RULE_ROWWISE,
                                                  2,
                                                  1,
                                                  1,
                                                  0,
                                                  kColumns,
                                                  kCriteria,
                                                  kReasons,
                                                  NULL};
static const pilah_rule kRule = {
    sizeof(pilah_rule), 0, &kDescriptor, create, destroy, score, explain, NULL};

static const void* table(const char* id) { return strcmp(id, PILAH_RULE_ID) == 0 ? &kRule : NULL; }

static const pilah_plugin kPlugin = {
    sizeof(pilah_plugin), PILAH_ABI_MAJOR, PILAH_ABI_MINOR, 0, "plain-c", "1.0.0", table};

const pilah_plugin* pilah_plugin_entry(uint32_t host_major, uint32_t host_minor) {
  (void)host_minor;
  return host_major == PILAH_ABI_MAJOR ? &kPlugin : NULL;
}
