import { dot, expression, type Scalar, sum, type Value, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";
import { engines, type Node } from "./engines.js";

// The numbers of the lecture notes and notebooks that outgrad grew from; the numbering is that of the lesson.
// Gradients "by loops" are computed here with plain numbers: they are the judge, not the engine.

const relative = (found: number, wanted: number): number => Math.abs(found - wanted) / Math.abs(wanted);

describe("A. derivatives without a graph", () => {
  const parabola = expression("3*x**2 - 4*x + 5");
  const f1 = (x: number): number => parabola({ x }).data;
  const f = expression("-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5");
  const at = { a: 2, b: 3, c: 4 };
  const names = ["a", "b", "c"] as const;
  const analytic = [-12.353553390593273, 10.25699027111255, 0.0625];
  const nudged = (name: string, h: number): number => f({ ...at, [name]: at[name as "a"] + h }).data;
  const forward = (h: number): number[] => names.map((name) => (nudged(name, h) - f(at).data) / h);
  const symmetric = (h: number): number[] => names.map((n) => (nudged(n, h) - nudged(n, -h)) / (2 * h));
  const errors = (found: number[]): number[] => found.map((x, i) => Math.abs(x - (analytic[i] as number)));

  it("A1: f(x) = 3x² - 4x + 5 is 20 at 3", () => {
    expect(f1(3)).toBe(20);
  });

  it("A2: a nudge of 0.001 raises f by 0.01400300000000243, a slope of 14.003", () => {
    const h = 0.001;
    expect(f1(3 + h)).toBe(20.014003000000002);
    expect(f1(3 + h) - f1(3)).toBe(0.01400300000000243);
    expect((f1(3 + h) - f1(3)) / h).toBe(14.00300000000243);
  });

  it("A3: f(2, 3, 4) is 6.336362190988558", () => {
    expect(f(at).data).toBe(6.336362190988558);
  });

  it("A4: backward gives the analytic gradient to the last digit", () => {
    const leaves = { a: value(2), b: value(3), c: value(4) };
    f(leaves).backward();
    expect(names.map((name) => leaves[name].grad)).toEqual(analytic);
  });

  it("A6: forward differences with h = 1e-8", () => {
    expect(forward(1e-8)).toEqual([-12.353553380251014, 10.256990368162633, 0.0624999607623522]);
  });

  it("A7: forward differences with h = 1e-6 and their errors", () => {
    const found = forward(1e-6);
    expect(found).toEqual([-12.353559348809995, 10.256991666679482, 0.062499984743169534]);
    expect(errors(found)).toEqual([5.958216721779763e-6, 1.3955669331267018e-6, 1.5256830465659732e-8]);
  });

  it("A8: symmetric differences with h = 1e-6 and their errors", () => {
    const found = symmetric(1e-6);
    expect(found).toEqual([-12.353553391353245, 10.25699027401572, 0.06250000028629188]);
    expect(errors(found)).toEqual([7.599716411732516e-10, 2.9031710369054053e-9, 2.8629187909245957e-10]);
  });

  it("A9: with h = 1e-4 a check to 1e-5 says WRONG, WRONG, OK", () => {
    const found = errors(forward(1e-4));
    expect(found.map((error) => error < 1e-5)).toEqual([false, false, true]);
    [5.96e-4, 1.39e-4, 1.56e-6].forEach((wanted, i) => {
      expect(relative(found[i] as number, wanted)).toBeLessThan(0.01);
    });
  });

  it("A10: a smaller h is better only down to 1e-8", () => {
    const error = (h: number): number => errors(forward(h))[0] as number;
    const wanted = {
      1e-5: 6.0e-5,
      1e-6: 6.0e-6,
      1e-7: 5.8e-7,
      1e-8: 1.0e-8,
      1e-9: 1.2e-6,
      1e-10: 4.8e-6,
      1e-12: 1.0e-3,
    };
    for (const [h, known] of Object.entries(wanted))
      expect(relative(error(Number(h)), known)).toBeLessThan(0.05);
    expect(relative(error(1e-15), 1.7)).toBeLessThan(0.05);
    expect(forward(1e-16)[0]).toBe(0);
    [2.3e-10, 5.1e-10, 2.0e-11].forEach((known, i) => {
      expect(relative(errors(symmetric(1e-5))[i] as number, known)).toBeLessThan(0.05);
    });
  });

  it("A11: the slope at the minimum 2/3 is nearly 0", () => {
    const h = 1e-6;
    expect((f1(2 / 3 + h) - f1(2 / 3)) / h).toBe(2.999378523327323e-6);
  });
});

/** What the neuron of the lecture puts out, 0.7071067811865476: its bias was chosen so that tanh gives √½. */
const lectureOutput = Math.SQRT1_2;

describe.each(engines)("B. the Value graph ($name)", ({ value }) => {
  const build = () => {
    const [a, b, c, f] = [value(2, "a"), value(-3, "b"), value(10, "c"), value(-2, "f")] as const;
    const e = a.mul(b);
    e.label = "e";
    const d = e.add(c);
    d.label = "d";
    const L = d.mul(f);
    L.label = "L";
    return { a, b, c, d, e, f, L };
  };

  it("B1, B2: L = (a * b + c) * f is -8 and remembers how", () => {
    const { L } = build();
    expect(String(L)).toBe("Value(data=-8, grad=0)");
    expect([L.op, L.label]).toEqual(["mul", "L"]);
    expect(L.inputs.map((input) => [input.label, input.data])).toEqual([
      ["d", 4],
      ["f", -2],
    ]);
  });

  it("B3: backward by the chain rule", () => {
    const { L, ...nodes } = build();
    L.backward();
    const grads = Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, node.grad]));
    expect(grads).toEqual({ a: 6, b: -4, c: -2, d: -2, e: -2, f: 4 });
    expect(L.grad).toBe(1);
  });

  it("B5: a nudge of b agrees with dL/db", () => {
    const L = (b: number): number => value(2).mul(b).add(10).mul(-2).data;
    expect((L(-3 + 0.001) - L(-3)) / 0.001).toBe(-3.9999999999995595);
  });

  it("B6: leaves nudged along their gradients raise L to -7.286496", () => {
    const { a, b, c, f, L } = build();
    L.backward();
    for (const leaf of [a, b, c, f]) leaf.data += 0.01 * leaf.grad;
    expect(a.mul(b).add(c).mul(f).data).toBe(-7.286496);
  });

  const neuron = () => {
    const [x1, x2, w1, w2] = [value(2), value(0), value(-3), value(1)] as const;
    const n = x1.mul(w1).add(x2.mul(w2)).add(6.8813735870195432);
    return { x1, x2, w1, w2, n };
  };

  it("B9: the neuron's tanh is 0.7071067811865476", () => {
    const { x1, x2, w1, w2, n } = neuron();
    const o = n.tanh();
    o.backward();
    expect(o.data).toBe(lectureOutput);
    expect(o.grad).toBe(1);
    [n.grad - 0.5, x1.grad + 1.5, w1.grad - 1, x2.grad - 0.5, w2.grad].forEach((error) => {
      expect(Math.abs(error)).toBeLessThan(1e-15);
    });
  });

  it("B10: tanh broken into exp, -, +, / gives the same", () => {
    const whole = neuron();
    whole.n.tanh().backward();
    const { x1, x2, w1, w2, n } = neuron();
    const e = n.mul(2).exp();
    const o = e.sub(1).div(e.add(1));
    o.backward();
    expect(Math.abs(o.data - lectureOutput)).toBeLessThanOrEqual(2.3e-16);
    for (const [found, wanted] of [
      [x1, whole.x1],
      [x2, whole.x2],
      [w1, whole.w1],
      [w2, whole.w2],
    ] as const) {
      expect(Math.abs(found.grad - wanted.grad)).toBeLessThan(2e-15);
    }
  });

  it("B11: a node used twice gets both gradients", () => {
    const a = value(3);
    a.add(a).backward();
    expect(a.grad).toBe(2);
    const [p, q] = [value(-2), value(3)] as const;
    const y = p.mul(q).mul(p.add(q));
    y.backward();
    expect([y.data, p.grad, q.grad]).toEqual([-6, -3, -8]);
  });

  it("B13, T015: the README expression of micrograd", () => {
    const [a, b] = [value(-4), value(2)] as const;
    let c = a.add(b);
    let d = a.mul(b).add(b.pow(3));
    c = c.add(c.add(1));
    c = c.add(c.add(1).add(a.neg()));
    d = d.add(d.mul(2).add(b.add(a).relu()));
    d = d.add(d.mul(3).add(b.sub(a).relu()));
    const e = c.sub(d);
    const f = e.pow(2);
    const g = f.div(2).add(value(10).div(f));
    g.backward();
    expect(g.data).toBe(24.70408163265306);
    expect(relative(a.grad, 138.83381924198252)).toBeLessThan(3e-16);
    expect(relative(b.grad, 645.5772594752186)).toBeLessThan(3e-16);
  });

  it("B13: micrograd's sanity check is -20 with gradient 46", () => {
    const x = value(-4);
    const z = x.mul(2).add(2).add(x);
    const q = z.relu().add(z.mul(x));
    const h = z.mul(z).relu();
    const y = h.add(q).add(q.mul(x));
    y.backward();
    expect([y.data, x.grad]).toEqual([-20, 46]);
  });

  it("D1, D2: softmax and NLL of the exercise", () => {
    const logits = [0, 3, -2, 1].map((data) => value(data));
    const counts = logits.map((logit) => logit.exp());
    const total = counts.reduce((sum, count) => sum.add(count));
    const loss = (counts[3] as Node).mul(total.pow(-1)).log().neg();
    loss.backward();
    expect(loss.data).toBe(2.1755153626167147);
    const wanted = [0.041772570515350445, 0.8390245074625319, 0.005653302662216329, -0.8864503806400986];
    expect(logits.map((logit) => logit.grad)).toEqual(wanted);
  });
});

describe("D. lists", () => {
  it("D3, T012: sum starts from 0 and takes Values and numbers", () => {
    const terms: Scalar[] = [value(1), 2, value(3)];
    const total = sum(terms);
    total.backward();
    expect(total.data).toBe(6);
    expect([(terms[0] as Value).grad, (terms[2] as Value).grad]).toEqual([1, 1]);
    expect(sum([]).data).toBe(0);
  });

  it("dot(w, x) is the neuron's sum", () => {
    const w = [value(-3), value(1)];
    const x = [2, 0];
    const total = dot(w, x);
    total.backward();
    expect([total.data, ...w.map((weight) => weight.grad)]).toEqual([-6, 2, 0]);
  });
});
