#if defined(__x86_64__)
// Headers first: only the kernels themselves are compiled for the wider instruction set.
#include <math.h>
#include <stdint.h>
#include <string.h>
#define TABLE kernels_avx2
#define TABLE_NAME "x86-64-v3"
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "kernels.inc"
#pragma clang attribute pop
#endif
