#define TABLE kernels_baseline
#define TABLE_NAME "baseline"
#include "kernels.inc"
