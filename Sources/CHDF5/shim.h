#pragma once
#include <hdf5.h>

// What HDF5 defines as macros over run-time values, which Swift cannot import.

static inline hid_t chdf5_default(void) { return H5P_DEFAULT; }
static inline hid_t chdf5_all(void) { return H5S_ALL; }
static inline hid_t chdf5_file_create(void) { return H5P_FILE_CREATE; }
static inline hid_t chdf5_group_create(void) { return H5P_GROUP_CREATE; }
static inline hid_t chdf5_dataset_create(void) { return H5P_DATASET_CREATE; }
static inline hid_t chdf5_float(void) { return H5T_NATIVE_FLOAT; }
static inline hid_t chdf5_float_in_file(void) { return H5T_IEEE_F32LE; }
static inline hid_t chdf5_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t chdf5_double_in_file(void) { return H5T_IEEE_F64LE; }
static inline hid_t chdf5_uint64(void) { return H5T_NATIVE_UINT64; }
static inline hid_t chdf5_uint64_in_file(void) { return H5T_STD_U64LE; }
static inline hid_t chdf5_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t chdf5_int64_in_file(void) { return H5T_STD_I64LE; }
static inline unsigned chdf5_truncate(void) { return H5F_ACC_TRUNC; }

// HDF5 prints a trace of every failing call unless told otherwise.
static inline herr_t chdf5_silence(void) { return H5Eset_auto2(H5E_DEFAULT, NULL, NULL); }

// Access settings of a new file that lives in memory and grows by 4 MiB at a time. The format is
// the oldest, whatever a library's default is: it is the one that we read, and for the newer ones
// H5Fget_file_image gives an image with a wrong checksum, which cannot be opened, before HDF5 2.0.
static inline hid_t chdf5_in_memory(void) {
  hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  if (access >= 0
      && (H5Pset_fapl_core(access, 4 << 20, 0) < 0
          || H5Pset_libver_bounds(access, H5F_LIBVER_EARLIEST, H5F_LIBVER_LATEST) < 0)) {
    H5Pclose(access);
    return -1;
  }
  return access;
}

// Creation settings of this class for an object that does not store when it was made.
static inline hid_t chdf5_untimed(hid_t settings_class) {
  hid_t settings = H5Pcreate(settings_class);
  if (settings >= 0 && H5Pset_obj_track_times(settings, 0) < 0) {
    H5Pclose(settings);
    return -1;
  }
  return settings;
}

// The type of a text of any length.
static inline hid_t chdf5_utf8(void) {
  hid_t type = H5Tcopy(H5T_C_S1);
  if (type >= 0
      && (H5Tset_size(type, H5T_VARIABLE) < 0 || H5Tset_cset(type, H5T_CSET_UTF8) < 0)) {
    H5Tclose(type);
    return -1;
  }
  return type;
}
