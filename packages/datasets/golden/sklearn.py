"""Golden points: scikit-learn's own moons and circles before shuffling and noise.

Run: python3 sklearn.py > sklearn.json     (needs python3-sklearn; written by 1.2.1)
"""

import json
import sys

sys.path.pop(0)  # this file's own name must not hide the package
from sklearn.datasets import make_circles, make_moons


def samples(points_and_labels):
    points, labels = points_and_labels
    return [[float(x), float(y), int(label)] for (x, y), label in zip(points, labels)]


json.dump(
    {
        "moons": {n: samples(make_moons(n, shuffle=False, noise=None)) for n in (1, 2, 7, 10)},
        "circles": {n: samples(make_circles(n, shuffle=False, noise=None, factor=0.3)) for n in (1, 2, 7, 10)},
    },
    sys.stdout,
    indent=1,
)
print()
