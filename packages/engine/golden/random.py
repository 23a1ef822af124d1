"""Golden numbers for random.ts, from a second implementation in Python's unbounded integers.

Run: python3 random.py > random.json     (needs python3-mpmath)
The normals are rounded from 50 digits, so they judge the portable log as well.
"""

import json
import sys

import mpmath

mpmath.mp.dps = 50
M32, M64 = 2**32 - 1, 2**64 - 1


def splitmix64(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) & M64
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
        yield z ^ (z >> 31)


def fnv1a(units):
    h = 0xCBF29CE484222325
    for unit in units:
        h = ((h ^ unit) * 0x100000001B3) & M64
    return h


def utf16(text):
    raw = text.encode("utf-16-le")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & M32


class Xoshiro128StarStar:
    def __init__(self, s):
        self.s = list(s)

    def next(self):
        s = self.s
        result = (rotl((s[1] * 5) & M32, 7) * 9) & M32
        t = (s[1] << 9) & M32
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)
        return result

    def next53(self):
        return (self.next() >> 5) * 2**26 + (self.next() >> 6)

    def uniform(self, low=0.0, high=1.0):
        return low + (high - low) * (self.next53() / 2**53)

    def normal(self):
        while True:
            u, v = self.uniform(-1.0, 1.0), self.uniform(-1.0, 1.0)
            s = u * u + v * v
            if 0 < s < 1:
                u, s = mpmath.mpf(u), mpmath.mpf(s)
                return float(u * mpmath.sqrt(-2 * mpmath.log(s) / s))

    def integer(self, n):
        while True:
            k = self.next53()
            if k < 2**53 - 2**53 % n:
                return k % n

    def shuffle(self, n):
        a = list(range(n))
        for i in range(n - 1, 0, -1):
            j = self.integer(i + 1)
            a[i], a[j] = a[j], a[i]
        return a


def seeded(seed):
    mix = splitmix64(fnv1a(utf16(seed)) if isinstance(seed, str) else seed & M64)
    a, b = next(mix), next(mix)
    return Xoshiro128StarStar([a & M32, a >> 32, b & M32, b >> 32])


# Published vectors: this file must agree with its sources before it may judge anything.
# splitmix64.c and xoshiro128starstar.c as quoted in the tests of the Rust crate rand_xoshiro; FNV-1a's page.
mix = splitmix64(1477776061723855037)
assert [next(mix) for _ in range(3)] == [1985237415132408290, 2979275885539914483, 13511426838097143398]
reference = Xoshiro128StarStar([1, 2, 3, 4])
assert [reference.next() for _ in range(10)] == [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
]  # fmt: skip
assert fnv1a(utf16("a")) == 0xAF63DC4C8601EC8C and fnv1a(utf16("foobar")) == 0x85944171F73967E8


def golden(seed):
    r = seeded(seed)
    entry = {
        "seed": seed,
        "state": list(r.s),
        "uniform": [r.uniform() for _ in range(4)],
        "integer10": [r.integer(10) for _ in range(12)],
        "integerHuge": [r.integer(2**53 - 1), r.integer(3 * 2**51), r.integer(3 * 2**51)],
        "normal": [r.normal() for _ in range(6)],
        "shuffle10": r.shuffle(10),
    }
    for _ in range(1000):
        r.next53()
    return entry | {"stateAfter1000": list(r.s)}


json.dump([golden(s) for s in (0, 1, 42, -1, 2**53 - 1, "", "1", "moons", "é🙂")], sys.stdout, indent=1)
print()
