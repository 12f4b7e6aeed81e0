// The ABI as it was frozen at 1.0, on 64-bit machines: numbers, offsets and sizes that
// binaries out in the regions rely on. A line here is never changed; a field that
// is added at the end of a struct adds its line and changes that struct's size.
#include <string_view>

#include "pilah/plugin.h"

#define FIELD(type, field, offset, size)                                                        \
  static_assert(offsetof(type, field) == (offset) && sizeof(((type*)nullptr)->field) == (size), \
                #type "." #field " moved");
#define SIZE(type, size) static_assert(sizeof(type) == (size), "the size of " #type " changed");

static_assert(PILAH_ABI_MAJOR == 1);
static_assert(PILAH_ABI_MINOR == 0);
static_assert(std::string_view(PILAH_RULE_ID) == "pilah.rule/1");
static_assert(std::string_view(PILAH_IMPORTER_ID) == "pilah.importer/1");
static_assert(std::string_view(PILAH_EXPORTER_ID) == "pilah.exporter/1");
static_assert(PILAH_OK == 0);
static_assert(PILAH_ERROR_FAILED == (-1));
static_assert(PILAH_ERROR_PARAMETERS == (-2));
static_assert(PILAH_ERROR_INPUT == (-3));
static_assert(PILAH_ERROR_STOPPED == (-4));
static_assert(PILAH_LAYOUT_DOUBLE == 1);
static_assert(PILAH_LAYOUT_INT64 == 2);
static_assert(PILAH_LAYOUT_BOOL == 3);
static_assert(PILAH_LAYOUT_TEXT == 4);
static_assert(PILAH_PARAMETER_TEXT == 1);
static_assert(PILAH_PARAMETER_INTEGER == 2);
static_assert(PILAH_PARAMETER_NUMBER == 3);
static_assert(PILAH_PARAMETER_BOOL == 4);

FIELD(pilah_text, bytes, 0, 8)
FIELD(pilah_text, length, 8, 8)
SIZE(pilah_text, 16)

FIELD(pilah_error, struct_size, 0, 4)
FIELD(pilah_error, reserved, 4, 4)
FIELD(pilah_error, text, 8, 8)
FIELD(pilah_error, capacity, 16, 8)
FIELD(pilah_error, length, 24, 8)
SIZE(pilah_error, 32)

FIELD(pilah_column, struct_size, 0, 4)
FIELD(pilah_column, layout, 4, 4)
FIELD(pilah_column, id, 8, 16)
FIELD(pilah_column, validity, 24, 8)
FIELD(pilah_column, values, 32, 8)
FIELD(pilah_column, offsets, 40, 8)
FIELD(pilah_column, values_size, 48, 8)
SIZE(pilah_column, 56)

FIELD(pilah_batch, struct_size, 0, 4)
FIELD(pilah_batch, column_count, 4, 4)
FIELD(pilah_batch, rows, 8, 8)
FIELD(pilah_batch, first_row, 16, 8)
FIELD(pilah_batch, columns, 24, 8)
SIZE(pilah_batch, 32)

FIELD(pilah_criterion, struct_size, 0, 4)
FIELD(pilah_criterion, default_weight, 4, 4)
FIELD(pilah_criterion, id, 8, 8)
FIELD(pilah_criterion, title_id, 16, 8)
FIELD(pilah_criterion, title_en, 24, 8)
FIELD(pilah_criterion, zero_id, 32, 8)
FIELD(pilah_criterion, zero_en, 40, 8)
FIELD(pilah_criterion, one_id, 48, 8)
FIELD(pilah_criterion, one_en, 56, 8)
SIZE(pilah_criterion, 64)

FIELD(pilah_reason, struct_size, 0, 4)
FIELD(pilah_reason, reserved, 4, 4)
FIELD(pilah_reason, id, 8, 8)
FIELD(pilah_reason, text_id, 16, 8)
FIELD(pilah_reason, text_en, 24, 8)
SIZE(pilah_reason, 32)

FIELD(pilah_group, struct_size, 0, 4)
FIELD(pilah_group, default_min, 4, 4)
FIELD(pilah_group, default_max, 8, 4)
FIELD(pilah_group, reserved, 12, 4)
FIELD(pilah_group, id, 16, 8)
FIELD(pilah_group, title_id, 24, 8)
FIELD(pilah_group, title_en, 32, 8)
SIZE(pilah_group, 40)

FIELD(pilah_rule_descriptor, struct_size, 0, 4)
FIELD(pilah_rule_descriptor, flags, 4, 4)
FIELD(pilah_rule_descriptor, column_count, 8, 4)
FIELD(pilah_rule_descriptor, criterion_count, 12, 4)
FIELD(pilah_rule_descriptor, reason_count, 16, 4)
FIELD(pilah_rule_descriptor, group_count, 20, 4)
FIELD(pilah_rule_descriptor, columns, 24, 8)
FIELD(pilah_rule_descriptor, criteria, 32, 8)
FIELD(pilah_rule_descriptor, reasons, 40, 8)
FIELD(pilah_rule_descriptor, groups, 48, 8)
SIZE(pilah_rule_descriptor, 56)

FIELD(pilah_parameter, struct_size, 0, 4)
FIELD(pilah_parameter, kind, 4, 4)
FIELD(pilah_parameter, pointer, 8, 16)
FIELD(pilah_parameter, text, 24, 16)
FIELD(pilah_parameter, integer, 40, 8)
FIELD(pilah_parameter, number, 48, 8)
SIZE(pilah_parameter, 56)

FIELD(pilah_data_file, struct_size, 0, 4)
FIELD(pilah_data_file, reserved, 4, 4)
FIELD(pilah_data_file, name, 8, 16)
FIELD(pilah_data_file, bytes, 24, 16)
SIZE(pilah_data_file, 40)

FIELD(pilah_create_arguments, struct_size, 0, 4)
FIELD(pilah_create_arguments, parameter_count, 4, 4)
FIELD(pilah_create_arguments, parameters, 8, 8)
FIELD(pilah_create_arguments, as_of, 16, 16)
FIELD(pilah_create_arguments, language, 32, 16)
FIELD(pilah_create_arguments, data_file_count, 48, 4)
FIELD(pilah_create_arguments, reserved, 52, 4)
FIELD(pilah_create_arguments, data_files, 56, 8)
SIZE(pilah_create_arguments, 64)

FIELD(pilah_scores, struct_size, 0, 4)
FIELD(pilah_scores, criterion_count, 4, 4)
FIELD(pilah_scores, values, 8, 8)
FIELD(pilah_scores, unknown, 16, 8)
FIELD(pilah_scores, not_eligible, 24, 8)
FIELD(pilah_scores, groups, 32, 8)
FIELD(pilah_scores, context, 40, 8)
FIELD(pilah_scores, join, 48, 8)
SIZE(pilah_scores, 56)

FIELD(pilah_rule, struct_size, 0, 4)
FIELD(pilah_rule, reserved, 4, 4)
FIELD(pilah_rule, descriptor, 8, 8)
FIELD(pilah_rule, create, 16, 8)
FIELD(pilah_rule, destroy, 24, 8)
FIELD(pilah_rule, score, 32, 8)
FIELD(pilah_rule, explain, 40, 8)
FIELD(pilah_rule, describe, 48, 8)
SIZE(pilah_rule, 56)

FIELD(pilah_stream, struct_size, 0, 4)
FIELD(pilah_stream, reserved, 4, 4)
FIELD(pilah_stream, context, 8, 8)
FIELD(pilah_stream, size, 16, 8)
FIELD(pilah_stream, read_at, 24, 8)
SIZE(pilah_stream, 32)

FIELD(pilah_sink, struct_size, 0, 4)
FIELD(pilah_sink, reserved, 4, 4)
FIELD(pilah_sink, context, 8, 8)
FIELD(pilah_sink, sheet, 16, 8)
FIELD(pilah_sink, row, 24, 8)
FIELD(pilah_sink, reject, 32, 8)
SIZE(pilah_sink, 40)

FIELD(pilah_importer, struct_size, 0, 4)
FIELD(pilah_importer, reserved, 4, 4)
FIELD(pilah_importer, import_list, 8, 8)
SIZE(pilah_importer, 16)

FIELD(pilah_output, struct_size, 0, 4)
FIELD(pilah_output, reserved, 4, 4)
FIELD(pilah_output, context, 8, 8)
FIELD(pilah_output, write, 16, 8)
SIZE(pilah_output, 24)

FIELD(pilah_table, struct_size, 0, 4)
FIELD(pilah_table, reserved, 4, 4)
FIELD(pilah_table, id, 8, 16)
FIELD(pilah_table, rows, 24, 32)
SIZE(pilah_table, 56)

FIELD(pilah_exporter, struct_size, 0, 4)
FIELD(pilah_exporter, table_count, 4, 4)
FIELD(pilah_exporter, tables, 8, 8)
FIELD(pilah_exporter, export_tables, 16, 8)
SIZE(pilah_exporter, 24)

FIELD(pilah_plugin, struct_size, 0, 4)
FIELD(pilah_plugin, abi_major, 4, 4)
FIELD(pilah_plugin, abi_minor, 8, 4)
FIELD(pilah_plugin, reserved, 12, 4)
FIELD(pilah_plugin, id, 16, 8)
FIELD(pilah_plugin, version, 24, 8)
FIELD(pilah_plugin, table, 32, 8)
SIZE(pilah_plugin, 40)
