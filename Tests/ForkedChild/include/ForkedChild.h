#pragma once
#include <sys/types.h>

/// How a child ended.
struct child_end {
  /// Its process; 0 when there is none to wait for.
  pid_t process;
  /// What it returned or exited with; meaningless when a signal ended it.
  int status;
  /// The signal that ended it; 0 for none.
  int signal;
  /// The most memory that it, or a process that it waited for, had resident, KiB.
  long peak_kilobytes;
};

/// Starts a child that does `body(context)` with streams that lead nowhere, and exits with what that
/// returns. It may take `seconds` of processor time and as many of the clock, and, unless
/// `megabytes` is 0, so much more address space than this process has.
///
/// The process must have one thread only. Returns -1 when no child can be started.
pid_t child_start(int (*body)(void *), void *context, unsigned seconds, unsigned megabytes);

/// Waits for the end of any child.
struct child_end child_wait(void);

/// Becomes another program in the child; returns 127 when it cannot.
int child_become(const char *program, char *const arguments[], char *const environment[]);
