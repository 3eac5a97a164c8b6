#if defined(__x86_64__)
// Headers first: only the kernels themselves are compiled for the wider instruction set.
#include <math.h>
#include <stdint.h>
#include <string.h>
#define TABLE kernels_avx512
#define TABLE_NAME "x86-64-v4"
#define HAS_BATCH_PRODUCT
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#include "products.inc"
#include "kernels.inc"
#pragma clang attribute pop
#endif
