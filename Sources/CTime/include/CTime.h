#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Reads the whole of a text by a format of strptime, as UTC unless %z says otherwise.
/// Returns false where the text is not of that format.
bool reprise_seconds_of_time(const char *text, const char *format, int64_t *seconds);
