"""Writes intrinsics.txt: arguments of every intrinsic with correctly rounded results, by mpmath to 50 digits.

    python3 intrinsics.py        (Debian: python3-mpmath)

A line holds the bits of the arguments and of the result in hexadecimal, and how far the exact value lies above the
result, in thousandths of the result's ulp. Half of the points are the hardest to round of a score of candidates.

Also derivatives.txt: arguments, the index of one of them, and the derivative with respect to it; and complex.txt: real
and imaginary parts of arguments and of the result, on principal branches.
"""
import math
import random
from pathlib import Path

from doubles import bits, from_bits, rounded
from mpmath import mp, mpf

mp.dps = 50
points = 300
candidates = 20
seed = random.Random(20240229)


def neighbour(x):
    return from_bits(bits(x) + seed.randint(-40, 40)) if x != 0 else 0.0


def signed(x):
    return x if seed.random() < 0.5 else -x


def scaled(low, high):
    """A number between 2^low and 2^high, spread evenly over the exponents."""
    return 2.0 ** seed.uniform(low, high)


def uniform(low, high):
    return seed.uniform(low, high)


def anything():
    while True:
        x = from_bits(seed.getrandbits(64))
        if math.isfinite(x):
            return x


def near(*places):
    return neighbour(seed.choice(places))


def angle():
    return seed.choice([
        lambda: anything(),
        lambda: signed(uniform(0, 7)),
        lambda: signed(uniform(0, 1000)),
        lambda: signed(scaled(-40, 40)),
        lambda: neighbour(float(mp.pi / 4 * seed.randint(1, 40))),
        lambda: neighbour(float(mp.pi / 2 * seed.randint(1, 10**seed.randint(1, 9)))),
        lambda: near(16384.0, 0.78, math.pi / 4, 1e22, 6381956970095103 * 2.0**797, 1.7e308),
    ])()


def whole_turns(low, high):
    """Near a change of k in x = k log 2 + r."""
    return neighbour(float((seed.randint(low, high) + 0.5) * mp.log(2)))


def exponent():
    return seed.choice([
        lambda: uniform(-745, 710),
        lambda: uniform(-2, 2),
        lambda: signed(scaled(-60, 3)),
        lambda: uniform(-745.13, -708),
        lambda: whole_turns(-30, 30),
        lambda: near(708.0, 709.782712893384, -708.0, -708.4, 1.0, 0.5),
    ])()


def hyperbolic(edges):
    return seed.choice([
        lambda: signed(uniform(0, 3)),
        lambda: signed(uniform(0, 40)),
        lambda: signed(scaled(-60, 9)),
        lambda: whole_turns(0, 30),
        lambda: near(*edges),
    ])()


def positive():
    return seed.choice([
        lambda: abs(anything()) or 1.0,
        lambda: scaled(-1, 1),
        lambda: uniform(0, 100),
        lambda: 1 + signed(scaled(-50, -2)),
        lambda: seed.getrandbits(seed.randint(2, 51)) * 2.0**-1074 or 1.0,
        lambda: near(1e-307, 2.0**-1022, 2**0.5, 2**-0.5, 2 * 2**0.5, 1.7e308),
    ])()


def above_minus_one():
    return seed.choice([
        lambda: uniform(-1, 1),
        lambda: signed(scaled(-60, -2)),
        lambda: scaled(0, 1020),
        lambda: -1 + scaled(-53, -2),
        lambda: near(2**0.5 - 1, 2**-0.5 - 1, 1.0, 2.0**53, 2**1.5 - 1),
    ])()


def power():
    x = seed.choice([
        lambda: scaled(-1, 3),
        lambda: scaled(-1000, 1000),
        lambda: 1 + signed(scaled(-50, -2)),
        lambda: float(seed.randint(2, 1000)),
        lambda: scaled(-1073, -1022),
        lambda: near(1.25, 1.75, 2.5, 3.5, 1.5),
    ])()
    limit = 744 / abs(math.log(x)) if x != 1 else 1.0
    y = seed.choice([
        lambda: signed(uniform(0, limit)),
        lambda: signed(uniform(0, limit)),
        lambda: float(seed.randint(-12, 12) or 1),
        lambda: seed.choice([0.5, -0.5, 2.0, 3.0, 1 / 3, 1.5, -1.0, 0.25]),
    ])()
    return (-x, float(int(y) or 3)) if seed.random() < 0.1 and abs(y) < 1000 else (x, y)


functions = {
    "exp": (mp.exp, exponent),
    "expm1": (mp.expm1, lambda: exponent() if seed.random() < 0.5 else signed(uniform(0, 2))),
    "log": (mp.log, positive),
    "log1p": (mp.log1p, above_minus_one),
    "sin": (mp.sin, angle),
    "cos": (mp.cos, angle),
    "tan": (mp.tan, angle),
    "sinh": (mp.sinh, lambda: hyperbolic([22.0, 700.0, 710.4, 0.3465])),
    "cosh": (mp.cosh, lambda: hyperbolic([22.0, 700.0, 710.4, 0.3465])),
    "tanh": (mp.tanh, lambda: hyperbolic([0.625, 0.5493061443340549, 18.7, 0.8813735870195432])),
    "pow": (mp.power, power),
    "atan": (mp.atan, lambda: near(0.4375, 0.6875, 1.1875, 2.4375) if seed.random() < 0.2 else signed(scaled(-40, 40))),
}


def unit():
    """In (-1, 1), also near its ends."""
    return seed.choice([
        lambda: signed(uniform(0, 1)),
        lambda: signed(scaled(-60, -1)),
        lambda: signed(1 - scaled(-53, -2)),
        lambda: near(0.5, -0.5, 0.25, 0.7, 0.42, -0.29),
    ])()


def point():
    x = signed(scaled(-300, 300))
    return seed.choice([
        lambda: (signed(scaled(-60, 60)), signed(scaled(-60, 60))),
        lambda: (x, signed(abs(x) * scaled(-3, 3))),
        lambda: (neighbour(x), x),
        lambda: (x * near(0.4375, 0.6875), x),
    ])()


def density(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


functions |= {
    "exp2": (lambda x: mpf(2) ** x, lambda: seed.choice([
        lambda: uniform(-1074, 1024), lambda: signed(scaled(-60, 3)), lambda: near(0.5, 1021.0, -1021.0, -1.5),
    ])()),
    "log2": (lambda x: mp.log(x) / mp.log(2), positive),
    "log10": (mp.log10, positive),
    "asin": (mp.asin, unit),
    "acos": (mp.acos, unit),
    "atan2": (mp.atan2, point),
    "asinh": (mp.asinh, lambda: hyperbolic([0.01, 1.0, 2.0**28, 0.5])),
    "acosh": (mp.acosh, lambda: 1 + scaled(-50, 5) if seed.random() < 0.7 else scaled(1, 1020)),
    "atanh": (mp.atanh, unit),
    "erf": (mp.erf, lambda: signed(uniform(0, 6)) if seed.random() < 0.6 else signed(scaled(-60, 0))),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), lambda: anything() if seed.random() < 0.5 else uniform(-8, 8)),
    "erfc": (mp.erfc, lambda: seed.choice([
        lambda: uniform(-6, 27.22), lambda: uniform(-1, 4), lambda: uniform(26.5, 27.22), lambda: signed(scaled(-60, 0)),
        lambda: near(-0.75, 0.5, 2.0, 26.543, -1.28125, 1.0),
    ])()),
    "ndtr": (lambda x: mp.erfc(-x / mp.sqrt(2)) / 2, lambda: seed.choice([
        lambda: uniform(-37.5, 8), lambda: uniform(-3, 3), lambda: signed(scaled(-60, 0)),
        lambda: near(-0.7071067811865476, 1.0607, 1.812, -10.0, 8.48),
    ])()),
    "normpdf": (density, lambda: signed(uniform(0, 37.5)) if seed.random() < 0.6 else signed(scaled(-60, 2))),
}


def candidate(function, argument):
    while True:
        args = argument()
        args = args if isinstance(args, tuple) else (args,)
        result = rounded(function(*map(mpf, args)))
        if result:
            return args, *result


def lines(name):
    function, argument = functions[name]
    yield name
    for i in range(points):
        tries = [candidate(function, argument) for _ in range(candidates if i % 2 else 1)]
        args, result, rest = min(tries, key=lambda found: abs(abs(found[2]) - mpf(1) / 2))
        words = [f"{bits(x):016x}" for x in (*args, result)]
        yield " ".join([*words, str(int(mp.nint(rest * 1000)))])


derivatives = {
    "exp": [mp.exp],
    "expm1": [mp.exp],
    "log": [lambda x: 1 / x],
    "log1p": [lambda x: 1 / (1 + x)],
    "sin": [mp.cos],
    "cos": [lambda x: -mp.sin(x)],
    "tan": [lambda x: 1 + mp.tan(x) ** 2],
    "sinh": [mp.cosh],
    "cosh": [mp.sinh],
    "tanh": [lambda x: 1 / mp.cosh(x) ** 2],
    "pow": [lambda x, y: y * x ** (y - 1), lambda x, y: x**y * mp.log(x)],
    "atan": [lambda x: 1 / (1 + x * x)],
}

derivatives |= {
    "exp2": [lambda x: mpf(2) ** x * mp.log(2)],
    "log2": [lambda x: 1 / (x * mp.log(2))],
    "log10": [lambda x: 1 / (x * mp.log(10))],
    "asin": [lambda x: 1 / mp.sqrt(1 - x * x)],
    "acos": [lambda x: -1 / mp.sqrt(1 - x * x)],
    "atan2": [lambda y, x: x / (x * x + y * y), lambda y, x: -y / (x * x + y * y)],
    "asinh": [lambda x: 1 / mp.sqrt(1 + x * x)],
    "acosh": [lambda x: 1 / mp.sqrt(x * x - 1)],
    "atanh": [lambda x: 1 / (1 - x * x)],
    "erf": [lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x)],
    "cbrt": [lambda x: 1 / (3 * mp.cbrt(x * x))],
    "erfc": [lambda x: -2 / mp.sqrt(mp.pi) * mp.exp(-x * x)],
    "ndtr": [density],
    "normpdf": [lambda x: -x * density(x)],
}
# Odd as on the reals, and around the origin by the real parts.
continued = {
    "cbrt": lambda z: mp.cbrt(z) if z.real > 0 else -mp.cbrt(-z),
    "atan2": lambda y, x: mp.atan(y / x),
}


def derivative_lines(name):
    _, argument = functions[name]
    yield name
    count = 0
    while count < 40:
        args = argument()
        args = args if isinstance(args, tuple) else (args,)
        for index, derivative in enumerate(derivatives[name]):
            if name == "pow" and args[0] < 0 and index == 1:
                continue
            result = rounded(derivative(*map(mpf, args)))
            # Beyond these sizes the step itself, or its product with the derivative, is not a normal number.
            sizes = [abs(x) for x in args] + ([abs(result[0]), abs(result[0] * args[index])] if result else [0])
            if all(1e-270 < size < 1e280 for size in sizes):
                yield " ".join([*(f"{bits(x):016x}" for x in args), str(index), f"{bits(result[0]):016x}"])
                count += 1


def complex_lines(name):
    function = continued.get(name, functions[name][0])
    yield name
    for _ in range(20):
        args = [mp.mpc(uniform(-3, 3), uniform(-3, 3)) for _ in derivatives[name]]
        if name == "atan2":
            args = [z / 4 for z in args[:1]] + [3 + args[1] / 4]
        parts = [part for z in (*args, function(*args)) for part in (z.real, z.imag)]
        yield " ".join(f"{bits(float(part)):016x}" for part in parts)


files = {"intrinsics.txt": lines, "derivatives.txt": derivative_lines, "complex.txt": complex_lines}
texts = dict.fromkeys(files, "")
# All three draw on one seed: what was added later comes last in each, and moves none of the points before it.
later = ["erfc"], ["ndtr", "normpdf"]
for names in ([name for name in functions if all(name not in names for names in later)], *later):
    for file, lines_of in files.items():
        texts[file] += "".join(f"{line}\n" for name in names for line in lines_of(name))
for file, text in texts.items():
    Path(__file__).with_name(file).write_text(text)
