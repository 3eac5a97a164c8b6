#pragma once
#include <cblas.h>
#include <stddef.h>

// LAPACK's Fortran symbols, which OpenBLAS exports and cblas.h does not declare. The lengths of the
// character arguments come last, unseen, as Fortran compilers pass them.
void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
             size_t);
void dpotri_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
             size_t);
void dposv_(const char *uplo, const blasint *n, const blasint *sides, double *a,
            const blasint *lda, double *b, const blasint *ldb, blasint *info, size_t);
void dsyevr_(const char *job, const char *range, const char *uplo, const blasint *n, double *a,
             const blasint *lda, const double *low, const double *high, const blasint *first,
             const blasint *last, const double *tolerance, blasint *found, double *values,
             double *vectors, const blasint *ldz, blasint *support, double *work,
             const blasint *lwork, blasint *iwork, const blasint *liwork, blasint *info, size_t,
             size_t, size_t);

// The lower triangle of a row-major matrix is the upper one of Fortran's column-major matrix.

// a [n, n] = its Cholesky factor; 0, or the order of the first minor that is not positive.
static inline blasint lapack_cholesky(blasint n, double *a) {
  blasint info = 0;
  dpotrf_("U", &n, a, &n, &info, 1);
  return info;
}

// a [n, n], a Cholesky factor, = the inverse of what was factored.
static inline blasint lapack_inverse(blasint n, double *a) {
  blasint info = 0;
  dpotri_("U", &n, a, &n, &info, 1);
  return info;
}

// b [n] = the solution of a x = b; a is overwritten with its Cholesky factor.
static inline blasint lapack_solve(blasint n, double *a, double *b) {
  blasint info = 0, sides = 1;
  dposv_("U", &n, &sides, a, &n, b, &n, &info, 1);
  return info;
}

// The eigenvalues number first to last (from 1, ascending) of a [n, n], which is destroyed, and
// their vectors [last - first + 1, n]. With lwork and liwork -1 only work[0] and iwork[0] are set,
// to the sizes wanted.
static inline blasint lapack_eigenpairs(blasint n, double *a, blasint first, blasint last,
                                        double *values, double *vectors, blasint *support,
                                        double *work, blasint lwork, blasint *iwork,
                                        blasint liwork) {
  blasint info = 0, found = 0;
  double unused = 0, tolerance = 0;
  dsyevr_("V", "I", "U", &n, a, &n, &unused, &unused, &first, &last, &tolerance, &found, values,
          vectors, &n, support, work, &lwork, iwork, &liwork, &info, 1, 1, 1);
  return info;
}
