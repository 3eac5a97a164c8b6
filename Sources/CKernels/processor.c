#define _GNU_SOURCE
#include "Processor.h"
#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <errno.h>
#include <sched.h>
#endif
#if defined(__x86_64__)
#include <cpuid.h>

int processor_features(void) {
  __builtin_cpu_init();
  int bits = 0;
  // Each of these is true only where the operating system saves the registers, too.
  if (__builtin_cpu_supports("avx")) bits |= processor_avx;
  if (__builtin_cpu_supports("avx2")) bits |= processor_avx2;
  if (__builtin_cpu_supports("fma")) bits |= processor_fma;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512cd")
      || !__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512dq")
      || !__builtin_cpu_supports("avx512vl"))
    return bits;
  bits |= processor_avx512;
  // The same registers as above, so these bits alone decide; older compilers cannot name them.
  unsigned a, b, c, d;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
    unsigned last = a;
    if (c & 1u << 11) bits |= processor_avx512_vnni;
    if (last >= 1 && __get_cpuid_count(7, 1, &a, &b, &c, &d) && a & 1u << 5)
      bits |= processor_avx512_bf16;
  }
  return bits;
}

int processor_identity(char maker[13], char model[49]) {
  unsigned word[4];
  memset(maker, 0, 13);
  memset(model, 0, 49);
  if (!__get_cpuid(0, &word[0], &word[1], &word[3], &word[2])) return 0;
  memcpy(maker, word + 1, 12);
  for (unsigned leaf = 0; leaf < 3; leaf++) {
    if (!__get_cpuid(0x80000002u + leaf, &word[0], &word[1], &word[2], &word[3])) break;
    memcpy(model + 16 * leaf, word, 16);
  }
  if (!__get_cpuid(1, &word[0], &word[1], &word[2], &word[3])) return 0;
  unsigned family = word[0] >> 8 & 15, number = word[0] >> 4 & 15;
  if (family == 6 || family == 15) number |= word[0] >> 12 & 0xf0;
  if (family == 15) family += word[0] >> 20 & 255;
  return (int)(family << 8 | number);
}
#else
int processor_features(void) { return 0; }

int processor_identity(char maker[13], char model[49]) {
  maker[0] = model[0] = 0;
  return 0;
}
#endif

int processor_affinity(void) {
#if defined(__linux__)
  // The kernel refuses a set that is smaller than its own.
  for (int most = 1024; most <= 1 << 20; most *= 2) {
    cpu_set_t *set = CPU_ALLOC(most);
    if (!set) return 0;
    int failed = sched_getaffinity(0, CPU_ALLOC_SIZE(most), set);
    int count = failed ? 0 : CPU_COUNT_S(CPU_ALLOC_SIZE(most), set);
    CPU_FREE(set);
    if (!failed || errno != EINVAL) return count;
  }
#endif
  return 0;
}

// Twelve chains, more than a fused multiply-add takes cycles twice a cycle; none runs away or dies
// out.
#define CHAINS 12
#define DEFINE(NAME, FLOATS, STEP)                                                                \
  float NAME(long rounds) {                                                                       \
    typedef float Vector __attribute__((vector_size(4 * FLOATS)));                                \
    Vector sums[CHAINS], factor, addend;                                                          \
    for (int i = 0; i < FLOATS; i++) factor[i] = 0.9999f, addend[i] = 0.0001f + 0.00001f * i;     \
    for (int chain = 0; chain < CHAINS; chain++) sums[chain] = addend * (float)chain;             \
    for (long round = 0; round < rounds; round++) {                                               \
      _Pragma("clang loop unroll(full)") for (int chain = 0; chain < CHAINS; chain++)             \
        sums[chain] = STEP;                                                                       \
    }                                                                                             \
    for (int chain = 1; chain < CHAINS; chain++) sums[0] += sums[chain];                          \
    return sums[0][0] + sums[0][FLOATS - 1];                                                      \
  }
#define FUSED __builtin_elementwise_fma(sums[chain], factor, addend)

#if defined(__x86_64__)
static DEFINE(multiply_add_4, 4, sums[chain] * factor + addend)
__attribute__((target("avx2,fma"))) static DEFINE(multiply_add_8, 8, FUSED)
// Without the width the compiler would take two halves.
__attribute__((target("arch=x86-64-v4"), min_vector_width(512))) static DEFINE(multiply_add_16, 16, FUSED)
#else
static DEFINE(multiply_add_4, 4, FUSED)
#endif

float processor_multiply_add(int width, long rounds) {
#if defined(__x86_64__)
  if (width == 1) return multiply_add_8(rounds);
  if (width == 2) return multiply_add_16(rounds);
#endif
  return multiply_add_4(rounds);
}
