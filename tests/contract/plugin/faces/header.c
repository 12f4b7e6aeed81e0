#include "pilah/columns.h"
#include "pilah/plugin.h"

int main(void) {
  return pilah_innovation_columns[PILAH_INNOVATION_COLUMN_COUNT - 1].layout == PILAH_LAYOUT_INT64
             ? 0
             : 1;
}
