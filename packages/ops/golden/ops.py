"""Writes ops.txt: values and partials of every op of the table at points of its domain, by mpmath to 50 digits.

    python3 ops.py        (Debian: python3-mpmath)

The mathematics here is written without looking at the table, and the partials are derivatives of it by high-precision
differences: an outside judge. Under the name of each op a line holds the bits of the arguments and then of the value
and of each partial in hexadecimal, each followed by how far the exact number lies above it, in thousandths of its ulp.
"""
import random
from pathlib import Path

from doubles import bits, rounded
from mpmath import mp, mpf

mp.dps = 60
points = 60
seed = random.Random(20240601)

anywhere = (-3, 3)
positive = (0.1, 5)


def logistic(a):
    return 1 / (1 + mp.exp(-a))


def gelu_tanh(a):
    return a / 2 * (1 + mp.tanh(mp.sqrt(2 / mp.pi) * (a + mpf("0.044715") * a**3)))


selu_alpha = mpf("1.6732632423543772848170429916717")
selu_scale = mpf("1.0507009873554804934193349852946")

# name: (function, domain of each argument)
ops = {
    "add": (lambda a, b: a + b, anywhere, anywhere),
    "sub": (lambda a, b: a - b, anywhere, anywhere),
    "mul": (lambda a, b: a * b, anywhere, anywhere),
    "div": (lambda a, b: a / b, anywhere, (0.5, 3)),
    "neg": (lambda a: -a, anywhere),
    "reciprocal": (lambda a: 1 / a, (0.5, 3)),
    "square": (lambda a: a * a, anywhere),
    "pow": (lambda a, b: a**b, (0.2, 3), anywhere),
    "sqrt": (mp.sqrt, positive),
    "rsqrt": (lambda a: 1 / mp.sqrt(a), positive),
    "cbrt": (lambda a: mp.sign(a) * mp.cbrt(abs(a)), anywhere),
    "exp": (mp.exp, anywhere),
    "exp2": (lambda a: mpf(2) ** a, anywhere),
    "expm1": (mp.expm1, anywhere),
    "log": (mp.log, positive),
    "log2": (lambda a: mp.log(a) / mp.log(2), positive),
    "log10": (mp.log10, positive),
    "log1p": (mp.log1p, (-0.9, 5)),
    "xlogy": (lambda a, b: a * mp.log(b), anywhere, positive),
    "logaddexp": (lambda a, b: mp.log(mp.exp(a) + mp.exp(b)), anywhere, anywhere),
    "hypot": (lambda a, b: mp.sqrt(a * a + b * b), anywhere, anywhere),
    "sin": (mp.sin, anywhere),
    "cos": (mp.cos, anywhere),
    "tan": (mp.tan, (-1.2, 1.2)),
    "asin": (mp.asin, (-0.95, 0.95)),
    "acos": (mp.acos, (-0.95, 0.95)),
    "atan": (mp.atan, anywhere),
    "atan2": (mp.atan2, anywhere, anywhere),
    "sinh": (mp.sinh, anywhere),
    "cosh": (mp.cosh, anywhere),
    "tanh": (mp.tanh, anywhere),
    "asinh": (mp.asinh, anywhere),
    "acosh": (mp.acosh, (1.1, 5)),
    "atanh": (mp.atanh, (-0.95, 0.95)),
    "erf": (mp.erf, anywhere),
    "sigmoid": (logistic, anywhere),
    "relu": (lambda a: max(a, mpf(0)), anywhere),
    "leakyRelu": (lambda a: a if a > 0 else a * mpf(0.01), anywhere),
    "softplus": (lambda a: mp.log1p(mp.exp(a)), anywhere),
    "elu": (lambda a: a if a > 0 else mp.expm1(a), anywhere),
    "selu": (lambda a: selu_scale * (a if a > 0 else selu_alpha * mp.expm1(a)), anywhere),
    "silu": (lambda a: a * logistic(a), anywhere),
    "gelu": (lambda a: a / 2 * mp.erfc(-a / mp.sqrt(2)), anywhere),
    "geluTanh": (gelu_tanh, anywhere),
    "mish": (lambda a: a * mp.tanh(mp.log1p(mp.exp(a))), anywhere),
    "abs": (abs, anywhere),
    "max": (max, anywhere, anywhere),
    "min": (min, anywhere, anywhere),
    "clamp": (lambda a: a, anywhere),
    "hardtanh": (lambda a: min(max(a, mpf(-1)), mpf(1)), anywhere),
    "select": (lambda a, b: a, anywhere, anywhere),
    "sign": (mp.sign, anywhere),
    "floor": (mp.floor, anywhere),
    "ceil": (mp.ceil, anywhere),
    "round": (mp.nint, anywhere),
    "lt": (lambda a, b: mpf(a < b), anywhere, anywhere),
    "le": (lambda a, b: mpf(a <= b), anywhere, anywhere),
    "gt": (lambda a, b: mpf(a > b), anywhere, anywhere),
    "ge": (lambda a, b: mpf(a >= b), anywhere, anywhere),
    "eq": (lambda a, b: mpf(a == b), anywhere, anywhere),
    "ne": (lambda a, b: mpf(a != b), anywhere, anywhere),
    "erfc": (mp.erfc, anywhere),
    "ndtr": (lambda a: mp.erfc(-a / mp.sqrt(2)) / 2, anywhere),
    "normpdf": (lambda a: mp.exp(-a * a / 2) / mp.sqrt(2 * mp.pi), anywhere),
}


def partial(f, x, i):
    def along(t):
        return f(*[t if k == i else mpf(v) for k, v in enumerate(x)])

    h = mpf(10) ** -15
    # Six points: the error is of the order of h to the sixth, far below the last digit asked for.
    steps = ((1, mpf(3) / 4), (2, mpf(-3) / 20), (3, mpf(1) / 60))
    return sum(c * (along(x[i] + k * h) - along(x[i] - k * h)) for k, c in steps) / h


def word(value):
    # A difference of 60 digits leaves about 1e-44 where the derivative is 0.
    found = None if abs(value) < mpf(10) ** -40 else rounded(value)
    return f"{bits(found[0]):016x} {round(1000 * float(found[1]))}" if found else f"{bits(0.0):016x} 0"


def lines():
    for name, (f, *domain) in ops.items():
        yield name
        for _ in range(points):
            x = [seed.uniform(low, high) for low, high in domain]
            exact = [f(*map(mpf, x))] + [partial(f, x, i) for i in range(len(x))]
            yield " ".join([*(f"{bits(v):016x}" for v in x), *map(word, exact)])


if __name__ == "__main__":
    Path(__file__).with_name("ops.txt").write_text("\n".join(lines()) + "\n")
