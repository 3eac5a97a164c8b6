#include "CKernels.h"
#include <stddef.h>

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

const KernelTable *kernel_table_chosen = &kernels_baseline;

// A constructor, so that no kernel call asks whether the choice was made.
__attribute__((constructor)) static void choose(void) {
  for (int level = 1; level <= 2; level++)
    if (kernel_table(level)) kernel_table_chosen = kernel_table(level);
}
