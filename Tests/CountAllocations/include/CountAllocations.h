#pragma once

/// The number of allocations the calling thread has made: calls of malloc, calloc, realloc,
/// posix_memalign and aligned_alloc by any part of the program but OpenBLAS. Negative where they
/// cannot be counted: elsewhere than in glibc, and under a sanitizer that replaces malloc itself.
long allocations_of_this_thread(void);
