"""Prints what a checkpoint holds, read with h5py: attributes, then data sets with their content."""
import sys, h5py, numpy
def show(name, entry):
    if isinstance(entry, h5py.Dataset) and entry.dtype == numpy.float32:
        bits = 0
        for word in numpy.asarray(entry).reshape(-1).view(numpy.uint32):
            bits = (bits * 31 + int(word)) % 2**64
        print(name, entry.dtype, entry.shape, bits)
    elif isinstance(entry, h5py.Dataset):
        print(name, entry.dtype, entry.shape, entry[()].tolist())
with h5py.File(sys.argv[1], "r") as file:
    for key, value in file.attrs.items():
        print(key, type(value).__name__, value)
    file.visititems(show)
