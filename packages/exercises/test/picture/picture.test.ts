import { expect, it } from "vitest";
import { pictureOf } from "../../src/picture/compare.js";
import type { Picture } from "../../src/picture/picture.js";
import { programFor } from "../../src/picture/programs.js";
import type { Subject } from "../../src/subject/subject.js";
import { typescriptSubject } from "../../src/subject/typescript.js";

const right = `
export class Value {
  data: number; grad = 0; _prev: Value[]; _backward = () => {};
  constructor(data: number, prev: Value[] = []) { this.data = data; this._prev = prev; }
  add(other: Value | number): Value {
    const o = other instanceof Value ? other : new Value(other);
    const out = new Value(this.data + o.data, [this, o]);
    out._backward = () => { this.grad += out.grad; o.grad += out.grad; };
    return out;
  }
  mul(other: Value | number): Value {
    const o = other instanceof Value ? other : new Value(other);
    const out = new Value(this.data * o.data, [this, o]);
    out._backward = () => { this.grad += o.data * out.grad; o.grad += this.data * out.grad; };
    return out;
  }
  neg(): Value { return this.mul(-1); }
  sub(other: Value | number): Value { return this.add(other instanceof Value ? other.neg() : -other); }
  rsub(other: number): Value { return this.neg().add(other); }
  exp(): Value {
    const out = new Value(Math.exp(this.data), [this]);
    out._backward = () => { this.grad += out.data * out.grad; };
    return out;
  }
  backward(): void {
    const topo: Value[] = []; const seen = new Set<Value>();
    const build = (v: Value) => { if (seen.has(v)) return; seen.add(v); v._prev.forEach(build); topo.push(v); };
    build(this);
    this.grad = 1;
    for (const v of topo.reverse()) v._backward();
  }
}`;

function picture(topic: string, code?: string, from = "", to = ""): Picture {
  expect(right).toContain(from);
  const subject = typescriptSubject(right.replace(from, to)) as Subject;
  const found = pictureOf(subject, topic, code);
  subject.close();
  return found as Picture;
}

const named = ({ right }: Picture, place: number) => right[place]?.name;

it.each(["constructor", "add", "mul", "neg", "sub", "rsub", "exp", "backward"])(
  "pictureOf(a right class, %j) has the same values, links, slopes and gradients on both sides",
  (topic) => {
    const { right, own, difference } = picture(topic);
    expect(difference).toBeNull();
    expect(own).toEqual(right);
  },
);

it("pictureOf(class, 'mul') of the lecture's expression has its numbers", () => {
  const { own, program } = picture("mul");
  expect(program).toBe("e = a*b\nd = e + c\nL = d*f");
  expect(Object.fromEntries(own.map(({ name, data, grad }) => [name, [data, grad]]))).toEqual({
    a: [2, 6],
    b: [-3, -4],
    e: [-6, -2],
    c: [10, -2],
    d: [4, -2],
    f: [-2, 4],
    L: [-8, 1],
  });
});

it("marks the edge along which the chain rule was forgotten", () => {
  const found = picture("mul", "no-chain", "this.grad += o.data * out.grad", "this.grad += o.data");
  const { to, index } = found.difference as { to: number; index: number };
  expect(found.difference).toMatchObject({ kind: "slope", index: 0, seen: -3, wanted: 6 });
  expect(named(found, to)).toBe("e");
  expect(found.own[to]?.inputs[index]?.slope).toBe(1.5);
  expect(found.own.find(({ name }) => name === "a")?.grad).toBe(-3);
});

it("marks a link that is not kept, and a value that is not right", () => {
  expect(
    picture("add", "lost-child", "this.data + o.data, [this, o]", "this.data + o.data, [this]").difference,
  ).toMatchObject({
    kind: "link",
    index: 1,
    wanted: -2,
  });
  expect(picture("add", "wrong-op", "this.data + o.data", "this.data - o.data").difference).toMatchObject({
    kind: "value",
    seen: -16,
    wanted: 4,
  });
  const stopped = picture("add", "returns-raw", "return out;", "return out.data as never;");
  expect(stopped.difference).toEqual({ kind: "value", to: stopped.own.length, wanted: 4 });
});

it("looks through the values that a class makes on its way: a - b as a + (-b)", () => {
  const found = picture("sub", "grad-wrong", "return this.mul(-1)", "return this.mul(-1).mul(1)");
  expect(found.difference).toBeNull();
  const wrong = picture("rsub", "rsub-sign", "this.neg().add(other)", "this.add(-other)");
  expect(wrong.difference).toMatchObject({ kind: "value", seen: -1, wanted: 1 });
});

it("shows a gradient that is overwritten, and one that leaves too early", () => {
  const over = picture(
    "add",
    "overwrites-grad",
    "this.grad += out.grad; o.grad",
    "this.grad = out.grad; o.grad",
  );
  expect(over.program).toBe("s = a + b\nL = s*a");
  expect(over.difference).toMatchObject({ kind: "grad", seen: 2, wanted: 1 });
  const order = picture("backward", "order", "topo.reverse()", "topo");
  expect(order.difference?.kind).toBe("grad");
});

it("same-node-twice has both operands in one value", () => {
  const found = picture(
    "mul",
    "same-node-twice",
    "o.grad += this.data * out.grad;",
    "if (o !== this) o.grad += this.data * out.grad;",
  );
  expect(found.program).toBe("m = a*a\nL = m*b");
  expect(found.difference).toMatchObject({ kind: "slope", seen: -6, wanted: -12 });
});

it("a class without backward() is compared edge by edge; one without _backward by what backward() leaves", () => {
  expect(picture("exp", undefined, "backward(): void", "later(): void").difference).toBeNull();
  expect(picture("mul", undefined, "_backward = () => {}", "_backward: any = null").difference).toBeNull();
});

it("programFor() of a function of an exercise is undefined", () => {
  for (const topic of ["softmax", "gradient", "toString", ""]) expect(programFor(topic)).toBeUndefined();
});
