#pragma once

/// What a processor can do, and the operating system lets it: bits of ``processor_features``.
enum {
  processor_avx = 1,
  processor_avx2 = 2,
  processor_fma = 4,
  /// AVX-512 F, CD, BW, DQ and VL: x86-64-v4.
  processor_avx512 = 8,
  processor_avx512_vnni = 16,
  processor_avx512_bf16 = 32
};

/// The bits of this processor; 0 on another family of processors than x86-64.
int processor_features(void);

/// Writes the maker's name, such as "AuthenticAMD", and the model's, both empty where they are not
/// known; returns family · 256 + model, 0 where that is not known.
int processor_identity(char maker[13], char model[49]);

/// The processors that the scheduler lets this process use; 0 where it does not say.
int processor_affinity(void);

/// One round is twelve independent multiplications and additions of vectors, `rounds` of them; the
/// vectors are as wide as asked for: 0 of 4 floats, 1 of 8 and 2 of 16, fused in the latter two.
/// One that the processor lacks must not be asked for. Returns a number that depends on all of it.
float processor_multiply_add(int width, long rounds);
