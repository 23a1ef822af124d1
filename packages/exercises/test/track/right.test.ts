import { describe, expect, it } from "vitest";
import { check } from "../../src/run/check.js";
import { typescript } from "../../src/subject/machine-typescript.js";
import { loadPython } from "../../src/subject/python.js";
import type { Exercise } from "../../src/track/exercise.js";
import { exerciseOf, solutionOf } from "../../src/track/track.js";
import { both, each, type Mistakes, py, ts } from "./mistake.js";

const right = "right";

/** Other ways to do it right: changes of the solutions that nobody may be told off for. */
const others: Mistakes = {
  "analytic-gradient": [
    py(right, "return [da, db, dc]", "return (da, db, dc)"),
    ts(right, "return [da, db, dc]", "return new Float64Array([da, db, dc]) as any"),
    each(right, ["1 / c ** 2", "1 / (c * c)"], ["c**-2", "1 / (c * c)"]),
    both(right, "0.5 * a", "1 / 2 * a"),
  ],
  "numerical-gradient": [
    both(right, "1e-8", "1e-7"),
    both(right, "1e-8", "3e-9"),
    both(right, "(f(a + h, b, c) - here) / h", "(f(a + h, b, c) - f(a - h, b, c)) / (2 * h)"),
    both(right, "(f(a + h, b, c) - here) / h", "(here - f(a - h, b, c)) / h"),
  ],
  "symmetric-gradient": [
    both(right, "1e-5", "1e-6"),
    both(right, "1e-5", "3e-5"),
    both(right, "/ (2 * h)", "/ 2 / h"),
    both(right, "/ (2 * h)", "/ ((a + h) - (a - h))"),
  ],
  "softmax-nll": [
    each(
      right,
      [
        "const counts = logits.map((logit) => logit.exp());",
        "const top = Math.max(...logits.map((l) => l.data)); const counts = logits.map((logit) => logit.sub(top).exp());",
      ],
      [
        "counts = [logit.exp() for logit in logits]",
        "top = max(logit.data for logit in logits)\n  counts = [(logit - top).exp() for logit in logits]",
      ],
    ),
    py(right, "sum(counts)", "sum(counts[1:], counts[0])"),
    py(right, "-probabilities[label].log()", "probabilities[label].log() * -1"),
    ts(right, "probabilities[label].log().neg()", "probabilities[label].pow(-1).log()"),
  ],
  agreement: [
    py(
      right,
      "return all(abs(m - t) <= 1e-6 * max(1, abs(t)) for m, t in zip(mine, theirs))",
      "for i in range(len(mine)):\n    if not abs(mine[i] - theirs[i]) < 1e-6 * max(1, abs(theirs[i])):\n      return False\n  return True",
    ),
    ts(
      right,
      "1e-6 * Math.max(1, Math.abs(theirs[i]))",
      "1e-6 * Math.max(1, Math.abs(theirs[i]), Math.abs(each))",
    ),
    both(right, "1e-6", "1e-5"),
  ],
  neuron: [
    each(
      right,
      ["return [...this.w, this.b]", "return [this.b, ...this.w]"],
      ["return self.w + [self.b]", "return [self.b] + self.w"],
    ),
    py(right, "return self.w + [self.b]", "return tuple(self.w + [self.b])"),
    each(
      right,
      ["b = new Value(0)", "b = new Value(Math.random())"],
      ["self.b = Value(0.0)", "self.b = Value(random.uniform(-1, 1))"],
    ),
    py(
      right,
      "total = sum((weight * each for weight, each in zip(self.w, x)), self.b)",
      "total = self.b\n    for weight, each in zip(self.w, x):\n      total = total + each * weight",
    ),
  ],
  layer: [
    ts(
      right,
      "return this.neurons.map((neuron) => neuron.forward(x));",
      "const out: Value[] = []; for (const n of this.neurons) out.push(n.forward(x)); return out;",
    ),
    py(
      right,
      "return [neuron(x) for neuron in self.neurons]",
      "return tuple(neuron(x) for neuron in self.neurons)",
    ),
    py(
      right,
      "return [p for neuron in self.neurons for p in neuron.parameters()]",
      "params = []\n    for neuron in self.neurons:\n      params.extend(neuron.parameters())\n    return params",
    ),
  ],
  mlp: [
    each(
      right,
      ["this.layers.flatMap(", "[...this.layers].reverse().flatMap("],
      ["for layer in self.layers for p in", "for layer in reversed(self.layers) for p in"],
    ),
  ],
  loss: [
    each(
      right,
      [".div(targets.length)", ".mul(1 / targets.length)"],
      ["sum(errors) / len(errors)", "sum(errors) * (1 / len(errors))"],
    ),
    each(
      right,
      ["prediction.sub(targets[i]).pow(2)", "new Value(targets[i]).sub(prediction).pow(2)"],
      ["(prediction - target)**2", "(target - prediction)**2"],
    ),
    py(right, "(prediction - target)**2", "(prediction - target) * (prediction - target)"),
  ],
  loop: [
    each(
      right,
      [
        "    for (const p of model.parameters()) p.data -= rate * p.grad;\n",
        "    for (const p of model.parameters()) { p.data += -rate * p.grad; p.grad = 0; }\n",
      ],
      ["      p.data -= rate * p.grad\n", "      p.data += -rate * p.grad\n      p.grad = 0\n"],
    ),
    py(
      right,
      "  for step in range(steps):\n",
      "  for step in range(steps):\n    for p in model.parameters():\n      p.grad = 0.0\n",
    ),
  ],
  "own-op": [
    ts(
      right,
      "const x = this.data;",
      "return this.pow(3).mul(5).sub(this.mul(3)).div(2); const x = this.data;",
    ),
    py(
      right,
      "x = self.data\n    out = Value((5",
      "return (5 * self**3 - 3 * self) / 2\n    x = self.data\n    out = Value((5",
    ),
  ],
  broadcast: [
    py(right, "return [gx, gb]", "return gx, gb"),
    each(right, ["g.map((row) => [...row])", "g"], ["[list(row) for row in g]", "g"]),
  ],
  sum: [
    py(
      right,
      "[[g[i] for _ in row] for i, row in enumerate(x)]",
      "[[g[i]] * len(row) for i, row in enumerate(x)]",
    ),
  ],
  matmul: [
    py(
      right,
      "[[sum(x * y for x, y in zip(row, column)) for column in transposed(b)] for row in a]",
      "[[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]",
    ),
  ],
  "softmax-rows": [
    each(
      right,
      ["each * (g[r][i] - mean)", "each * g[r][i] - each * mean"],
      ["each * (slope - mean)", "each * slope - each * mean"],
    ),
  ],
  "cross-entropy": [
    each(
      right,
      ["Math.log(total) + largest - row[labels[i]]", "Math.log(total) - (row[labels[i]] - largest)"],
      ["log(total) + largest - row[label]", "log(total) - (row[label] - largest)"],
    ),
  ],
};

describe.each([typescript, await loadPython()])("other right ways in $language", (machine) => {
  const cases = Object.entries(others).flatMap(([id, list]) =>
    list.flatMap(({ [machine.language]: change }) =>
      change ? [{ id, from: change[0], to: change[1] }] : [],
    ),
  );
  it.each(cases)("$id: `$to` passes", ({ id, from, to }) => {
    const exercise = exerciseOf(id) as Exercise;
    const solution = solutionOf(exercise, machine.language);
    expect(solution).toContain(from);
    const text = solution.replaceAll(from, () => to);
    for (let seed = 0; seed < 5; seed++) {
      expect(check(exercise, text, machine, { seed })).toMatchObject({ passed: true, findings: [] });
    }
  });
});
