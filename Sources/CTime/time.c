// strptime and timegm are hidden from Swift where only ISO C is asked for.
#define _GNU_SOURCE
#include "CTime.h"
#include <string.h>
#include <time.h>

bool reprise_seconds_of_time(const char *text, const char *format, int64_t *seconds) {
  struct tm parts;
  memset(&parts, 0, sizeof parts);
  parts.tm_mday = 1;
  const char *end = strptime(text, format, &parts);
  if (!end || *end) return false;
  const long offset = parts.tm_gmtoff;
  parts.tm_gmtoff = 0;
  *seconds = (int64_t)timegm(&parts) - offset;
  return true;
}
