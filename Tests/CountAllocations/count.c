// The program's own definitions of the allocation functions come before those of the C library for
// every library it loads; each counts and goes on to the C library's.
#define _GNU_SOURCE
#include "CountAllocations.h"
#include <errno.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif

#if defined(__GLIBC__) && !defined(SANITIZED)

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

#include <link.h>
#include <stdint.h>
#include <string.h>

static __thread long allocations;

// OpenBLAS's code, whose kernels allocate as they please: those of AVX-512 for small products do at
// every call. From its first executable segment to the end of its last.
static uintptr_t blas_start, blas_size;

static int find_blas(struct dl_phdr_info *library, size_t size, void *data) {
  if (strstr(library->dlpi_name, "openblas") == NULL) return 0;
  for (int i = 0; i < library->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &library->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_X)) continue;
    uintptr_t start = library->dlpi_addr + segment->p_vaddr;
    if (blas_size == 0) blas_start = start;
    blas_size = start + segment->p_memsz - blas_start;
  }
  return 1;
}

__attribute__((constructor)) static void choose(void) { dl_iterate_phdr(find_blas, NULL); }

static inline void count_for(void *caller) { allocations += (uintptr_t)caller - blas_start >= blas_size; }

void *malloc(size_t size) {
  count_for(__builtin_return_address(0));
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  count_for(__builtin_return_address(0));
  return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
  count_for(__builtin_return_address(0));
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  count_for(__builtin_return_address(0));
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count_for(__builtin_return_address(0));
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  count_for(__builtin_return_address(0));
  void *memory = __libc_memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

long allocations_of_this_thread(void) { return allocations; }

#else

long allocations_of_this_thread(void) { return -1; }

#endif
