// Swift has no fork: a program with several threads must not use it, and Swift cannot know.
#define _GNU_SOURCE
#include "ForkedChild.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void limit(int resource, rlim_t value) {
  struct rlimit limits = {value, value};
  setrlimit(resource, &limits);
}

// The address space of this process in bytes; 0 where it cannot be told.
static rlim_t address_space(void) {
  long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file) return 0;
  if (fscanf(file, "%ld", &pages) != 1) pages = 0;
  fclose(file);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

pid_t child_start(int (*body)(void *), void *context, unsigned seconds, unsigned megabytes) {
  pid_t process = fork();
  if (process != 0) return process;
  int nowhere = open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; stream++) dup2(nowhere, stream);
  if (nowhere > 2) close(nowhere);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, seconds);
  rlim_t space = address_space();
  if (megabytes && space) limit(RLIMIT_AS, space + ((rlim_t)megabytes << 20));
  alarm(seconds);
  _exit(body(context));
}

struct child_end child_wait(void) {
  struct child_end end = {0, 0, 0, 0};
  struct rusage usage;
  int status = 0;
  pid_t process;
  do process = wait4(-1, &status, 0, &usage);
  while (process < 0 && errno == EINTR);
  if (process < 0) return end;
  end.process = process;
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  else end.status = WEXITSTATUS(status);
#ifdef __APPLE__
  end.peak_kilobytes = usage.ru_maxrss / 1024;
#else
  end.peak_kilobytes = usage.ru_maxrss;
#endif
  return end;
}

int child_become(const char *program, char *const arguments[], char *const environment[]) {
  execve(program, arguments, environment);
  return 127;
}
