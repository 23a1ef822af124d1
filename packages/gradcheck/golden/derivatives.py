"""Golden derivatives of the smooth ops at seeded points of their domains, and of the exercises' f, by mpmath.

Run, after a build: python3 derivatives.py > derivatives.json     (needs node and python3-mpmath; written by 1.3.0)
Formulas and points come from the op table, so there is nothing to edit after a new op: run it.
"""

import json
import subprocess
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 60

TABLE = """
import { allOps, samplePoints, toText } from "@outgrad/ops";
const smooth = allOps().filter((op) => op.kinks.length === 0);
console.log(JSON.stringify(smooth.map((op) => ({
  name: op.name,
  names: [...op.args, ...Object.keys(op.params)],
  args: op.args.length,
  text: toText(op.formula),
  points: samplePoints(op, 10, 4),
}))));
"""
NAMES = "exp expm1 log log1p log10 sqrt cbrt sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh erf erfc"
FUNCTIONS = {name: getattr(mp, name) for name in NAMES.split()} | {
    "abs": abs,
    "exp2": lambda x: mpf(2) ** x,
    "log2": lambda x: mp.log(x, 2),
    "ndtr": lambda x: mp.erfc(-x / mp.sqrt(2)) / 2,
    "normpdf": lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi),
    "inf": mp.inf,
}


def derivatives(op, point):
    # "x if c, otherwise z" is almost Python, but for infinity.
    text = op["text"].replace(", otherwise", " else").replace("1 / 0", "inf")
    f = eval(f"lambda {', '.join(op['names'])}: {text}", FUNCTIONS)
    x = [mpf(v) for v in point]
    partials = [mp.diff(lambda t: f(*x[:i], t, *x[i + 1 :]), x[i]) for i in range(op["args"])]
    return {"at": point, "partials": [float(partial) for partial in partials]}


node = ["node", "--input-type=module", "-e", TABLE]
ops = json.loads(subprocess.run(node, capture_output=True, check=True, cwd=Path(__file__).parent).stdout)
exercises = [
    ("exercise", "a b c", "-a ** 3 + sin(3 * b) - 1 / c + b ** 2.5 - a ** 0.5", [2, 3, 4]),
    ("parabola", "x", "3 * x ** 2 - 4 * x + 5", [3]),
    ("product", "a b c f", "(a * b + c) * f", [2, -3, 10, -2]),
    ("neuron", "x1 x2 w1 w2 b", "tanh(x1 * w1 + x2 * w2 + b)", [2, 0, -3, 1, 6.8813735870195432]),
    ("loss", "a b c d", "log(exp(a) + exp(b) + exp(c) + exp(d)) - d", [0, 3, -2, 1]),
]
for name, names, text, point in exercises:
    names = names.split()
    ops.append({"name": name, "names": names, "args": len(names), "text": text, "points": [point]})

print("{")
for op in ops:
    cases = ",\n".join(json.dumps(derivatives(op, point)) for point in op["points"])
    print(f'"{op["name"]}": [\n{cases}\n]{"" if op is ops[-1] else ","}')
print("}")
