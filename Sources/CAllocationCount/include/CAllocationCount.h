/*
 The number of times this process has asked for memory.

 An executable that links this target has its own malloc and its relatives, which count and hand on to glibc's. The
 dynamic linker finds them first, so that what libraries ask for is counted too, the Swift runtime among them.
 */
#ifndef CALLOCATIONCOUNT_H
#define CALLOCATIONCOUNT_H

#include <stdbool.h>
#include <stdint.h>

/* Whether anything is counted: on glibc, without a sanitizer, which needs malloc for itself. */
bool callocationcount_is_available(void);

/* The calls of malloc, calloc, realloc and the aligned ones so far, on every thread. */
uint64_t callocationcount_value(void);

#endif
