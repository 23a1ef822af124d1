"""Products by numpy's BLAS on one thread: reads "dtype layout n count" lines, answers with seconds of CPU time."""
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np

rng = np.random.default_rng(1)
known = {}
for line in sys.stdin:
    dtype, layout, n, count = line.split()
    key = dtype, layout, n
    if key not in known:
        a, b = (rng.random((int(n), int(n))).astype(dtype) for _ in range(2))
        known[key] = (a.T if layout[0] == "T" else a, b.T if layout[1] == "T" else b, np.empty((int(n), int(n)), dtype))
    a, b, out = known[key]
    start = time.process_time()
    for _ in range(int(count)):
        np.dot(a, b, out=out)
    print(time.process_time() - start, flush=True)
