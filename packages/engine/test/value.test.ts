import { grad, noGrad, type Value, value } from "@outgrad/engine";
import { type OpName, opOf, ops } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { engines, type Node } from "./engines.js";

describe.each(engines)("Value ($name)", ({ value }) => {
  it("backward() twice gives exactly twice the leaf gradients", () => {
    // Sums that round: adding the second pass term by term would end elsewhere.
    const x = value(0.1);
    const y = x.mul(0.3).add(x.mul(0.7)).add(x.exp()).add(x.sin()).mul(x);
    y.backward();
    const once = x.grad;
    const interior = y.inputs.map((input) => input.grad);
    y.backward();
    expect(x.grad).toBe(2 * once);
    expect(y.inputs[0]?.grad).toBe(interior[0]);
    y.backward();
    expect(x.grad).toBe(2 * once + once);
  });

  it("T017 backward() of two outputs that share a node adds up on leaves and not on the node", () => {
    const [a, b] = [value(2), value(3)];
    const h = a.mul(b);
    h.mul(5).backward();
    h.mul(7).backward();
    expect([a.grad, b.grad, h.grad]).toEqual([36, 24, 7]);
  });

  it("T016 backward() again on L = (a * b) * c gives twice -12, 8, -6", () => {
    const [a, b, c] = [value(2), value(-3), value(4)];
    const L = a.mul(b).mul(c);
    L.backward();
    L.backward();
    expect([a.grad, b.grad, c.grad]).toEqual([-24, 16, -12]);
  });

  it("T019 data set after the forward pass does not mix into its gradient", () => {
    const x = value(3);
    const y = x.mul(x);
    x.data = 10;
    y.backward();
    expect([y.data, x.grad]).toEqual([9, 6]);
    const z = x.mul(x);
    z.backward();
    expect([z.data, x.grad]).toEqual([100, 26]);
  });

  it("one leaf changed within one graph keeps each number where it was used", () => {
    const x = value(3);
    const before = x.mul(x);
    x.data = 10;
    const y = before.mul(x);
    y.backward();
    // d/dx of 3 * 3 * 10, each place with its own number: 10 * (3 + 3) + 9
    expect([y.data, x.grad]).toEqual([90, 69]);
  });

  it("x.backward() of a leaf is 1", () => {
    const x = value(7);
    x.backward();
    expect([x.grad, x.hasGrad]).toEqual([1, true]);
  });

  it("an unused leaf keeps gradient 0 and hasGrad false", () => {
    const [x, unused] = [value(1), value(2)];
    x.mul(3).backward();
    expect([x.grad, unused.grad, unused.hasGrad]).toEqual([3, 0, false]);
  });

  it("zeroGrad() forgets the gradient", () => {
    const x = value(2);
    x.square().backward();
    x.zeroGrad();
    expect([x.grad, x.hasGrad]).toEqual([0, false]);
    x.square().backward();
    expect(x.grad).toBe(4);
  });

  it("grad can be set by hand, as in backpropagation by hand", () => {
    const [a, b] = [value(2), value(3)];
    const y = a.mul(b);
    y.grad = 1;
    a.grad = 3;
    expect([y.grad, a.grad]).toEqual([1, 3]);
    y.backward();
    expect([a.grad, b.grad]).toEqual([6, 2]);
  });

  it("x.mul(x) has two inputs, both x", () => {
    const x = value(3, "x");
    const y = x.mul(x);
    y.backward();
    expect(y.inputs).toHaveLength(2);
    expect(y.inputs[0]).toBe(x);
    expect(y.inputs[1]).toBe(x);
    expect([y.data, x.grad]).toEqual([9, 6]);
  });

  it("T023 detach() stops the gradient: x * detach(x) has derivative x", () => {
    const x = value(3, "x");
    const still = x.detach();
    x.mul(still).backward();
    expect([x.grad, still.data, still.label, still.inputs.length]).toEqual([3, 3, "x", 0]);
  });

  it("a plain number becomes a constant among the inputs, without gradient", () => {
    const x = value(-2);
    const y = x.pow(3);
    y.backward();
    const [, exponent] = y.inputs as [Node, Node];
    expect([y.data, x.grad]).toEqual([-8, 12]);
    expect([exponent.data, exponent.op, exponent.grad, exponent.hasGrad]).toEqual([3, "", 0, false]);
  });

  it("ids grow with creation, inputs before results", () => {
    const [a, b] = [value(1), value(2)];
    const sum = a.add(b);
    const product = sum.mul(5);
    expect(a.id < b.id && b.id < sum.id && sum.id < product.id).toBe(true);
    expect((product.inputs[1] as Node).id).toBeLessThan(product.id);
  });

  it("a ladder of 50 doublings takes 50 steps, not 2^50, also for a walk over inputs", () => {
    const x = value(1);
    let top = x;
    for (let i = 0; i < 50; i++) top = top.add(top);
    top.backward();
    expect([top.data, x.grad]).toEqual([2 ** 50, 2 ** 50]);
    const seen = new Set<Node>([top]);
    for (const node of seen) for (const input of node.inputs) seen.add(input);
    expect(seen.size).toBe(51);
    expect(new Set([...seen].map((node) => node.id)).size).toBe(51);
  });

  it("T020 a chain of 1,000,000 nodes runs backward without overflow", () => {
    const x = value(1);
    let y = x;
    for (let i = 0; i < 1_000_000; i++) y = y.add(1);
    y.backward();
    expect([y.data, x.grad]).toEqual([1_000_001, 1]);
  });

  it("leakyRelu(slope) keeps its parameter, 0.01 if not given", () => {
    const x = value(-2);
    const y = x.leakyRelu(0.1);
    y.backward();
    expect([y.data, x.grad, ...y.params]).toEqual([-0.2, 0.1, 0.1]);
    expect(x.leakyRelu().data).toBe(-0.02);
    expect(y.inputs).toEqual([x]);
  });

  it("prints as Value(data=..., grad=...)", () => {
    const x = value(-8, "L");
    expect(`${x}`).toBe("Value(data=-8, grad=0)");
    expect(x.toString()).toBe("Value(data=-8, grad=0)");
    expect(x.item()).toBe(-8);
    expect(JSON.parse(JSON.stringify(x.mul(2)))).toEqual({ data: -16, grad: 0, label: "", op: "mul" });
  });

  it("NaN and infinities are numbers, and stay visible", () => {
    const x = value(Number.NaN);
    expect(x.relu().data).toBeNaN();
    expect(x.max(1).data).toBeNaN();
    expect(value(Number.POSITIVE_INFINITY).tanh().data).toBe(1);
    expect(value(0).div(0).data).toBeNaN();
  });

  it.each(Object.keys(ops) as OpName[])(
    "%s has the value and the partials of the table, bit for bit",
    (name) => {
      const op = opOf(name);
      for (const at of [0.7, -0.4, 2.5, 0, -0, 1, 40, -40, 1e300, -1e-300, Number.NaN, 1 / 0, -1 / 0]) {
        const numbers = [at, 1.3].slice(0, op.args.length);
        const leaves = numbers.map((data) => value(data));
        const [first, ...rest] = leaves as [Node, ...Node[]];
        const y = first[name](...rest);
        y.backward();
        const params = Object.values(op.params);
        expect(y.data).toBe(op.value(...numbers, ...params));
        leaves.forEach((leaf, i) => {
          expect(leaf.grad).toBe(0 + (0 + 1 * (op.partials[i]?.(...numbers, ...params, y.data) as number)));
        });
      }
    },
  );
});

describe("handles", () => {
  it("a result whose inputs were looked at, or that ran backward, is the input that later results show", () => {
    const x = value(3);
    const [looked, ran] = [x.mul(2), x.mul(3)];
    expect(looked.inputs).toHaveLength(2);
    ran.backward();
    const sum = looked.add(ran);
    expect(sum.inputs[0]).toBe(looked);
    expect(sum.inputs[1]).toBe(ran);
  });

  it("the first handle of a node that was looked at stays the one that is shown", () => {
    const y = value(3).mul(2);
    const z = y.add(1);
    const shown = z.inputs[0];
    expect(shown?.id).toBe(y.id);
    expect(y.inputs).toHaveLength(2);
    expect(z.inputs[0]).toBe(shown);
  });

  it("a leaf made under noGrad takes an id of its own, and none from nodes that a derivative recorded there", () => {
    noGrad(() => {
      const before = value(1);
      const seen: Value[] = [];
      const f = (x: Value): Value => {
        const y = x.square();
        seen.push(x, y);
        return y;
      };
      grad(f)(3);
      const ids = seen.map(({ id }) => id);
      const after = value(5);
      expect(seen.map(({ id }) => id)).toEqual(ids);
      expect([before.id, ...ids, after.id]).toEqual(
        [...new Set([before.id, ...ids, after.id])].sort((a, b) => a - b),
      );
    });
  });
});
