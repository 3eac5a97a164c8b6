#include "CKernels.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

extern const KernelTable kernels_baseline;
#if defined(__x86_64__)
extern const KernelTable kernels_avx2, kernels_avx512;
#endif

const KernelTable *kernel_table(int level) {
  if (level == 0) return &kernels_baseline;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (level == 1 && __builtin_cpu_supports("x86-64-v3")) return &kernels_avx2;
  if (level == 2 && __builtin_cpu_supports("x86-64-v4")) return &kernels_avx512;
#endif
  return NULL;
}

const char *kernel_name(int level) {
  if (level == 0) return kernels_baseline.name;
#if defined(__x86_64__)
  if (level == 1) return kernels_avx2.name;
  if (level == 2) return kernels_avx512.name;
#endif
  return NULL;
}

const KernelTable *kernel_table_chosen = &kernels_baseline;

// A constructor, so that no kernel call asks whether the choice was made. REPRISE_KERNELS, the name
// of a table, goes no further than that one: a newer processor then makes an older one's bits.
// Results name the table that was used.
__attribute__((constructor)) static void choose(void) {
  const char *limit = getenv("REPRISE_KERNELS");
  for (int level = 1; level <= 2; level++) {
    if (limit && strcmp(limit, kernel_table_chosen->name) == 0) return;
    if (kernel_table(level)) kernel_table_chosen = kernel_table(level);
  }
}
