/* The interface between Pilah and its plugins: a C ABI.
 *
 * CONVENTIONS
 *  1. A plugin is a shared library that exports one symbol, pilah_plugin_entry.
 *     Pilah loads it in a process of its own, never into the host.
 *  2. What a plugin can do is a table of functions, looked up by a string id:
 *     "pilah.rule/1", "pilah.importer/1", "pilah.exporter/1". A breaking change
 *     is a new id, served beside the old one.
 *  3. Every struct begins with struct_size, set by whoever fills the struct, and
 *     only ever grows at its end; pilah_text alone has none and never grows. Read
 *     a field that was added later through PILAH_HAS_FIELD. Arrays of structs are
 *     walked by the struct_size of their first element (PILAH_ELEMENT), never by
 *     sizeof. Fields named `reserved` are 0.
 *  4. Only fixed-width integers, double, UTF-8 text with its length, and
 *     pointers cross. No bool, enum, long, size_t, FILE or descriptor.
 *  5. The caller owns every buffer. A pointer that is handed in dies when the
 *     call returns, unless its comment says otherwise. Nothing is freed on the
 *     other side. What a plugin returns from its entry and its descriptors lives
 *     as long as the library.
 *  6. A function answers PILAH_OK or a negative PILAH_ERROR_*, and says why in
 *     the pilah_error that it was given. No exception and no longjmp crosses.
 *  7. One instance is used by one thread at a time. Functions marked
 *     [instance-thread] are called by the thread that uses the instance;
 *     [any-thread] functions by any thread at any time.
 *  8. Output is deterministic: same input, same bytes. There is no clock, no
 *     randomness, no file and no network in the place where a plugin runs.
 *
 * The ABI version is PILAH_ABI_MAJOR.PILAH_ABI_MINOR. Hosts of the same major
 * version load each other's plugins. Clean as C99, C++11 and later.
 */
#ifndef PILAH_PLUGIN_H
#define PILAH_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PILAH_ABI_MAJOR 1u
#define PILAH_ABI_MINOR 0u

#define PILAH_RULE_ID "pilah.rule/1"
#define PILAH_IMPORTER_ID "pilah.importer/1"
#define PILAH_EXPORTER_ID "pilah.exporter/1"

#if defined(__GNUC__)
#define PILAH_EXPORT __attribute__((visibility("default")))
#else
#define PILAH_EXPORT
#endif

/* Whether `field` lies within what the filler of *object knew. */
#define PILAH_HAS_FIELD(object, type, field) \
  ((object)->struct_size >= offsetof(type, field) + sizeof((object)->field))

/* Element `index` of an array whose elements are as large as the first says. */
#define PILAH_ELEMENT(array, type, index)                         \
  ((const type*)(const void*)((const char*)(const void*)(array) + \
                              (uint64_t)(index) * (array)->struct_size))

/* ---- status and errors ------------------------------------------------- */

#define PILAH_OK 0
#define PILAH_ERROR_FAILED (-1)     /* the plugin cannot go on; the text says why */
#define PILAH_ERROR_PARAMETERS (-2) /* parameters that the schema allows do not make sense */
#define PILAH_ERROR_INPUT (-3)      /* the file as a whole is not what this importer reads */
#define PILAH_ERROR_STOPPED (-4)    /* the host's sink answered that it wants no more */

/* Text of any length; UTF-8, not terminated. NULL with length 0 is empty. */
typedef struct pilah_text {
  const char* bytes;
  uint64_t length;
} pilah_text;

/* Filled by the plugin when it answers an error. The buffer is the caller's;
 * a longer text is cut at `capacity`, never in the middle of a code point. */
typedef struct pilah_error {
  uint32_t struct_size;
  uint32_t reserved;
  char* text;
  uint64_t capacity;
  uint64_t length; /* out: bytes written */
} pilah_error;

/* ---- columns ----------------------------------------------------------- */

/* The layouts of Apache Arrow. */
#define PILAH_LAYOUT_DOUBLE 1u /* values: double[rows] */
#define PILAH_LAYOUT_INT64 2u  /* values: int64_t[rows] */
#define PILAH_LAYOUT_BOOL 3u   /* values: bits, least significant first */
#define PILAH_LAYOUT_TEXT 4u   /* values: bytes; offsets: uint32_t[rows + 1] */

/* One column of a batch. A row whose validity bit is 0 is unknown (null) and
 * its value means nothing; validity NULL: every row is known. */
typedef struct pilah_column {
  uint32_t struct_size;
  uint32_t layout; /* PILAH_LAYOUT_* */
  pilah_text id;   /* as declared, e.g. "budget_total" (columns.h) */
  const uint8_t* validity;
  const void* values;
  const uint32_t* offsets; /* PILAH_LAYOUT_TEXT only; rising, the first is 0 */
  uint64_t values_size;    /* bytes behind `values` */
} pilah_column;

/* Rows of the columns that a plugin declared, in the order of the declaration. */
typedef struct pilah_batch {
  uint32_t struct_size;
  uint32_t column_count;
  uint64_t rows;
  uint64_t first_row; /* number of the batch's first row in the whole table */
  const pilah_column* columns;
} pilah_batch;

/* ---- rule: pilah.rule/1 ------------------------------------------------- */

/* A criterion: 0 is the worst and 1 the best value it can take. */
typedef struct pilah_criterion {
  uint32_t struct_size;
  uint32_t default_weight; /* used when a scenario names no weight; 0 to 1,000,000 */
  const char* id;          /* lower case, digits, '-'; unique in the plugin */
  const char* title_id;    /* Indonesian */
  const char* title_en;
  const char* zero_id; /* what 0 means */
  const char* zero_en;
  const char* one_id; /* what 1 means */
  const char* one_en;
} pilah_criterion;

/* Why a candidate is not eligible: an entry of the plugin's own table. */
typedef struct pilah_reason {
  uint32_t struct_size;
  uint32_t reserved;
  const char* id;
  const char* text_id;
  const char* text_en;
} pilah_reason;

/* A named group that candidates may belong to, with its default bounds. */
typedef struct pilah_group {
  uint32_t struct_size;
  int32_t default_min; /* -1: none */
  int32_t default_max; /* -1: none */
  uint32_t reserved;
  const char* id;
  const char* title_id;
  const char* title_en;
} pilah_group;

#define PILAH_RULE_ROWWISE                                               \
  1u /* row i depends on row i alone: batches may be split and reordered \
      */

/* What a rule is. Lives as long as the library. */
typedef struct pilah_rule_descriptor {
  uint32_t struct_size;
  uint32_t flags; /* PILAH_RULE_* */
  uint32_t column_count;
  uint32_t criterion_count;   /* 1 to 64 */
  uint32_t reason_count;      /* 0 to 255 */
  uint32_t group_count;       /* 0 to 32 */
  const char* const* columns; /* ids of columns.h that score() wants */
  const pilah_criterion* criteria;
  const pilah_reason* reasons;
  const pilah_group* groups;
} pilah_rule_descriptor;

/* One value of the parameters, at the end of its path: {"horizon": {"months": 24}}
 * becomes "/horizon/months" with the integer 24. Array elements are "/x/0", ... */
#define PILAH_PARAMETER_TEXT 1u
#define PILAH_PARAMETER_INTEGER 2u
#define PILAH_PARAMETER_NUMBER 3u
#define PILAH_PARAMETER_BOOL 4u /* integer is 0 or 1 */

typedef struct pilah_parameter {
  uint32_t struct_size;
  uint32_t kind;      /* PILAH_PARAMETER_* */
  pilah_text pointer; /* RFC 6901 */
  pilah_text text;
  int64_t integer;
  double number; /* also set for an integer */
} pilah_parameter;

/* A file of the package that plugin.json names in "data": read-only memory, 8-byte
 * aligned, that lives as long as the library. */
typedef struct pilah_data_file {
  uint32_t struct_size;
  uint32_t reserved;
  pilah_text name;
  pilah_text bytes; /* any bytes, not only text */
} pilah_data_file;

/* What an instance is made with. */
typedef struct pilah_create_arguments {
  uint32_t struct_size;
  uint32_t parameter_count;
  const pilah_parameter* parameters; /* they meet the manifest's schema, defaults filled in */
  pilah_text as_of;                  /* ISO 8601 date: what the plugin takes for today */
  pilah_text language;               /* "id" or "en" */
  uint32_t data_file_count;
  uint32_t reserved;
  const pilah_data_file* data_files; /* in the order of plugin.json */
} pilah_create_arguments;

/* Where score() writes. The buffers are the host's, for batch->rows rows: zeroed,
 * but for `unknown`, which is 1 everywhere, so that a value nobody wrote is
 * unknown and never 0. */
typedef struct pilah_scores {
  uint32_t struct_size;
  uint32_t criterion_count;
  double* const* values;   /* [criterion][row], each in [0, 1] */
  uint8_t* const* unknown; /* [criterion][row]: write 0 beside each value that can be told */
  uint8_t* not_eligible;   /* [row]: 0 eligible, else 1 + index of the reason */
  uint32_t* groups;        /* [row]: bit g: member of group g */
  void* context;           /* for join */
  /* Makes the row a member of a group that the rule names as it goes ("cluster-3"):
   * at most 64 bytes of lower case, digits, '-' and '.', at most 8 such groups a
   * row. Answers 0 or PILAH_ERROR_STOPPED. The name is copied. [instance-thread] */
  int32_t (*join)(void* context, uint64_t row, pilah_text name);
} pilah_scores;

typedef struct pilah_rule_instance pilah_rule_instance; /* the plugin's own */

typedef struct pilah_rule {
  uint32_t struct_size;
  uint32_t reserved;
  const pilah_rule_descriptor* descriptor; /* NULL: each instance describes itself */

  /* Makes an instance and stores it in *instance. [instance-thread] */
  int32_t (*create)(const pilah_create_arguments* arguments, pilah_rule_instance** instance,
                    pilah_error* error);
  /* [instance-thread] */
  void (*destroy)(pilah_rule_instance* instance);
  /* Scores every row of the batch. [instance-thread] */
  int32_t (*score)(pilah_rule_instance* instance, const pilah_batch* batch,
                   const pilah_scores* scores, pilah_error* error);
  /* Why row `row` of the batch has its value of criterion `criterion`: one
   * sentence in the instance's language, written to text (at most `capacity`
   * bytes), its length to *length. [instance-thread] */
  int32_t (*explain)(pilah_rule_instance* instance, const pilah_batch* batch, uint64_t row,
                     uint32_t criterion, char* text, uint64_t capacity, uint64_t* length,
                     pilah_error* error);
  /* What this instance is, where criteria, reasons and groups follow from the
   * parameters (plugin.json then names no criteria); the columns must be those of
   * plugin.json. The answer lives as long as the instance. NULL where `descriptor`
   * is set. [instance-thread] */
  const pilah_rule_descriptor* (*describe)(pilah_rule_instance* instance);
} pilah_rule;

/* ---- importer: pilah.importer/1 ----------------------------------------- */

/* The bytes to read. Text importers get UTF-8 whatever the file was in. */
typedef struct pilah_stream {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  uint64_t size; /* bytes */
  /* Reads up to `count` bytes from `offset` on into `to`; answers how many, 0 at
   * the end, negative when the host gave up. [instance-thread] */
  int64_t (*read_at)(void* context, uint64_t offset, void* to, uint64_t count);
} pilah_stream;

/* Where rows go. Each function answers 0 to go on, or PILAH_ERROR_STOPPED: then
 * return it at once. Texts are copied before the call returns. */
typedef struct pilah_sink {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  /* A new sheet begins; lists without sheets never call it. [instance-thread] */
  int32_t (*sheet)(void* context, pilah_text name);
  /* One row of text cells, `row` as a spreadsheet shows it, counted from 1. [instance-thread] */
  int32_t (*row)(void* context, uint64_t row, const pilah_text* cells, uint32_t count);
  /* A row that cannot be read: that is no error of the file. `column` counts
   * from 1; 0: the row as a whole. [instance-thread] */
  int32_t (*reject)(void* context, uint64_t row, uint32_t column, pilah_text why);
} pilah_sink;

typedef struct pilah_importer {
  uint32_t struct_size;
  uint32_t reserved;
  /* Reads the whole stream into the sink. [instance-thread] */
  int32_t (*import_list)(const pilah_create_arguments* arguments, const pilah_stream* stream,
                         const pilah_sink* sink, pilah_error* error);
} pilah_importer;

/* ---- exporter: pilah.exporter/1 ----------------------------------------- */

/* Where the exported bytes go. */
typedef struct pilah_output {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  /* Appends; answers 0 or PILAH_ERROR_STOPPED. [instance-thread] */
  int32_t (*write)(void* context, const void* bytes, uint64_t count);
} pilah_output;

/* One table of columns.h that an exporter asked for, with all columns that it has. */
typedef struct pilah_table {
  uint32_t struct_size;
  uint32_t reserved;
  pilah_text id;
  pilah_batch rows;
} pilah_table;

typedef struct pilah_exporter {
  uint32_t struct_size;
  uint32_t table_count;
  const char* const* tables; /* ids of the tables that export_tables() wants, as in plugin.json */
  /* Writes the document. [instance-thread] */
  int32_t (*export_tables)(const pilah_create_arguments* arguments, const pilah_table* tables,
                           uint32_t count, const pilah_output* output, pilah_error* error);
} pilah_exporter;

/* ---- the entry ----------------------------------------------------------- */

typedef struct pilah_plugin {
  uint32_t struct_size;
  uint32_t abi_major; /* PILAH_ABI_MAJOR that the plugin was built with */
  uint32_t abi_minor;
  uint32_t reserved;
  const char* id;      /* as in plugin.json */
  const char* version; /* as in plugin.json */
  /* The table for that id, or NULL when the plugin does not offer it. [any-thread] */
  const void* (*table)(const char* id);
} pilah_plugin;

/* The one exported symbol. Answers NULL when the plugin cannot work with a host
 * of that version. The answer lives as long as the library. [any-thread] */
PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(uint32_t host_major, uint32_t host_minor);

#ifdef __cplusplus
}
#endif

#endif /* PILAH_PLUGIN_H */
