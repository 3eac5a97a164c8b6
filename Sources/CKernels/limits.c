// Before any library starts: OpenBLAS asks for its buffers when it is loaded, and asks for ever
// where an address-space limit (ulimit -v) lets it have none.
#if defined(__linux__) && defined(__ELF__)
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { least_megabytes = 640 };

static void refuse_small_address_space(int argc, char **argv, char **environment) {
  (void)argc, (void)argv, (void)environment;
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY
      || limit.rlim_cur >= (rlim_t)least_megabytes << 20)
    return;
  char text[200];
  int length = snprintf(
      text, sizeof text,
      "error: the address space is limited to %llu MiB, and OpenBLAS needs %d: raise it (ulimit -v "
      "unlimited)\n",
      (unsigned long long)(limit.rlim_cur >> 20), least_megabytes);
  if (write(STDERR_FILENO, text, (size_t)length) < 0) _exit(1);
  _exit(1);
}

// The constructors of shared libraries come after this array.
__attribute__((section(".preinit_array"), used, retain)) static void (*const before_all)(
    int, char **, char **)
    = refuse_small_address_space;
#endif
