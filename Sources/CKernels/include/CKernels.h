#pragma once
#include "Processor.h"
#include <stdint.h>

/// Element-wise kernels over contiguous float arrays, one table per instruction set.
///
/// Every table gives the same bits: no contraction to fused multiply-add, and every
/// sum runs over sixteen explicit lanes. The product alone is fused where there is one.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  const char *name;
  /// y += x
  void (*add)(long n, const float *x, float *y);
  /// y += a * x
  void (*axpy)(long n, float a, const float *x, float *y);
  /// y = a * x; x and y may be the same, as in drop, exponential and the nonlinearities
  void (*scale)(long n, float a, const float *x, float *y);
  /// z += x * y
  void (*multiply_add)(long n, const float *x, const float *y, float *z);
  /// z = x * y
  void (*multiply)(long n, const float *x, const float *y, float *z);
  /// sum of x * y
  float (*dot)(long n, const float *x, const float *y);
  /// sum of x
  float (*sum)(long n, const float *x);
  /// sum of mask * x * x
  float (*masked_square)(long n, const float *x, const float *mask);
  /// dx += a * mask * x
  void (*masked_axpy)(long n, float a, const float *x, const float *mask, float *dx);
  /// every row of y [rows, columns] += bias [columns]
  void (*add_row)(long rows, long columns, const float *bias, float *y);
  /// sums [columns] += column sums of x [rows, columns]
  void (*column_sums)(long rows, long columns, const float *x, float *sums);
  /// y [columns] = sum of the rows of table [., columns] that rows [count] names
  void (*gather_sum)(long count, const int32_t *rows, long columns, const float *table, float *y);
  /// y = x
  void (*widen)(long n, const uint8_t *x, float *y);
  /// y = words < threshold ? 0 : kept * x
  void (*drop)(long n, const uint16_t *words, uint32_t threshold, float kept, const float *x,
               float *y);
  /// y = exp(x)
  void (*exponential)(long n, const float *x, float *y);
  /// y = 1 / (1 + exp(-x))
  void (*sigmoid)(long n, const float *x, float *y);
  /// d *= y * (1 - y)
  void (*sigmoid_backward)(long n, const float *y, float *d);
  /// y = tanh(x)
  void (*hyperbolic_tangent)(long n, const float *x, float *y);
  /// d *= 1 - y * y
  void (*hyperbolic_tangent_backward)(long n, const float *y, float *d);
  /// y = x > 0 ? x : slope * x
  void (*leaky_relu)(long n, float slope, const float *x, float *y);
  /// d *= y > 0 ? 1 : slope
  void (*leaky_relu_backward)(long n, float slope, const float *y, float *d);
  /// row-wise softmax of scale * x [rows, columns]
  void (*softmax)(long rows, long columns, float scale, const float *x, float *y);
  /// One step of gated recurrent units. input, recurrent [rows, 3 * width] are what the inputs and
  /// the state before say of reset, update and candidate, bias [3 * width] is added; gates
  /// [rows, 3 * width] become the gates; before, after [rows, width].
  void (*gru)(long rows, long width, const float *input, const float *bias,
              const float *recurrent, const float *before, float *gates, float *after);
  /// d, the gradient by the state after, becomes that by the state before (without the products'
  /// share), recurrent that by itself; da is the gradient by input, and may be gates.
  void (*gru_backward)(long rows, long width, const float *gates, float *recurrent,
                       const float *before, float *d, float *da);
  /// One step of long short-term memory. gates [rows, 4 * width], what inputs and state say of
  /// input, forget, candidate and output, to which bias [4 * width] is added, become the gates;
  /// before, cells (the cell before and after), squashed (its tanh), after [rows, width].
  void (*lstm)(long rows, long width, const float *bias, const float *before, float *gates,
               float *cells, float *squashed, float *after);
  /// d is the gradient by the state after; cell, that by the cell after, becomes that by the cell
  /// before; da [rows, 4 * width] that by what the gates were made of, and may be gates.
  void (*lstm_backward)(long rows, long width, const float *gates, const float *before,
                        const float *squashed, const float *d, float *cell, float *da);
  /// y [rows, width] = gain * normal + bias, normal a row of x less its mean times inverse [rows],
  /// 1 / sqrt(variance + epsilon)
  void (*layer_norm)(long rows, long width, float epsilon, const float *x, const float *gain,
                     const float *bias, float *normal, float *inverse, float *y);
  /// d, the gradient by y, becomes that by x; dgain and dbias [width] += those by gain and bias
  void (*layer_norm_backward)(long rows, long width, const float *normal, const float *inverse,
                              const float *gain, float *d, float *dgain, float *dbias);
  /// y = x / 2 * (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))
  void (*gelu)(long n, const float *x, float *y);
  /// d *= the slope of gelu at x
  void (*gelu_backward)(long n, const float *x, float *d);
  /// y [left, right] = sum over k of w_k f(u_ik + v_kj), f the leaky ReLU; u [left, width],
  /// v [width, right], w [width]
  void (*additive_scores)(long left, long right, long width, float slope, const float *u,
                          const float *v, const float *w, float *y);
  /// du, dv and dw += the gradients by u, v and w, given dy [left, right]
  void (*additive_scores_backward)(long left, long right, long width, float slope, const float *u,
                                   const float *v, const float *w, const float *dy, float *du,
                                   float *dv, float *dw);
  /// Adam (Kingma & Ba 2015, algorithm 1) with L2 (added to the gradient) and decoupled decay
  void (*adam)(long n, float *w, const float *g, float *m, float *v, float step, float beta1,
               float beta2, float epsilon, float l2, float decay);
  /// u = momentum * u + g + l2 * w; w -= step * u + decay * w
  void (*momentum)(long n, float *w, const float *g, float *u, float step, float momentum,
                   float l2, float decay);
  /// w -= step * (g + l2 * w) + decay * w
  void (*sgd)(long n, float *w, const float *g, float step, float l2, float decay);
  /// One pass of MF-BPR over triples (user, preferred, other), updating in order.
  double (*bpr)(long triples, const int32_t *triple, long factors, float *users, float *items,
                float *biases, float step, float l2);
  /// c [m, n] = a op(b), or += where adds is not 0, for a large b and an a of few rows.
  /// Returns 0, and does nothing, where the instruction set has no such product.
  int (*batch_product)(int transpose_b, long m, long n, long k, const float *a, long lda,
                       const float *b, long ldb, int adds, float *c, long ldc);
} KernelTable;

/// The table of one instruction set: 0 baseline, 1 x86-64-v3 (AVX2), 2 x86-64-v4 (AVX-512).
/// Null where this processor or this build has none.
const KernelTable *kernel_table(int level);

/// The name of the table of one instruction set, also where this processor lacks that; null where
/// this build has none.
const char *kernel_name(int level);

/// The fastest table this processor runs, up to the one that REPRISE_KERNELS names; chosen when the
/// program is loaded.
extern const KernelTable *kernel_table_chosen;
static inline const KernelTable *kernel_table_best(void) { return kernel_table_chosen; }
