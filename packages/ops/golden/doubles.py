"""Doubles as bits, and exact numbers as doubles: what the golden files are written in."""
import struct

from mpmath import mp, mpf


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def from_bits(n):
    return struct.unpack("<d", struct.pack("<Q", n))[0]


def rounded(value):
    """The double nearest to value, and the rest in ulp; None where that is zero or beyond the largest double."""
    _, exponent = mp.frexp(value)
    ulp = mpf(2) ** max(int(exponent) - 53, -1074)
    count = int(mp.nint(value / ulp))
    if count == 0 or abs(count) * ulp > mpf(2) ** 1024 - mpf(2) ** 971:
        return None
    return float(count * ulp), value / ulp - count
