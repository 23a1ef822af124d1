"""Golden derivatives of the smooth ops at seeded points of their domains, and of the exercises' f, by mpmath.

Run, after a build: python3 derivatives.py > derivatives.json     (needs node and python3-mpmath; written by 1.3.0)
Formulas and points come from the op table. An op that is not in the file is judged by its own partials until it is.
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
text = "-a ** 3 + sin(3 * b) - 1 / c + b ** 2.5 - a ** 0.5"
ops.append({"name": "exercise", "names": ["a", "b", "c"], "args": 3, "text": text, "points": [[2, 3, 4]]})

print("{")
for op in ops:
    cases = ",\n".join(json.dumps(derivatives(op, point)) for point in op["points"])
    print(f'"{op["name"]}": [\n{cases}\n]{"" if op is ops[-1] else ","}')
print("}")
