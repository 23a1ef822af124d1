import { type Tensor, type Value, value } from "@outgrad/engine";
import { describe, expect, expectTypeOf, test } from "vitest";
import { Layer, Linear, MLP, Module, type Parameter, Sequential } from "../src/index.js";

const labels = (module: Module) => module.parameters().map((p) => p.label);

describe("parameters()", () => {
  test("finds Values in fields, arrays, plain objects and Modules, in the order of the fields", () => {
    class Inner extends Module {
      scale = value(1, "inner.scale");
    }
    class Outer extends Module {
      count = 3;
      text = "no";
      nothing = null;
      first = value(1, "first");
      list = [value(2, "list0"), [value(3, "list1,0")], 7];
      named = { a: value(4, "a"), b: new Inner() };
      inner = new Inner();
    }
    expect(labels(new Outer())).toEqual(["first", "list0", "list1,0", "a", "inner.scale", "inner.scale"]);
  });

  test("T031 lists a Value once that two layers share (tied weights), and its gradient is the sum", () => {
    class Tied extends Module {
      w = value(3, "w");
      encode = { w: this.w };
      decode = [this.w];
      forward = (x: number) => this.encode.w.mul(x).mul(this.decode[0] as Value);
    }
    const tied = new Tied();
    expect(labels(tied)).toEqual(["w"]);
    tied.forward(5).backward();
    expect(tied.w.grad).toBe(2 * 3 * 5);
  });

  test("leaves out results of ops, private fields, and objects of other classes", () => {
    class Holder {
      hidden = value(1, "hidden");
    }
    class Careful extends Module {
      #secret = value(1, "secret");
      kept = value(2, "kept");
      cached = this.kept.mul(this.#secret);
      holder = new Holder();
      map = new Map([["k", value(3, "in a map")]]);
    }
    expect(labels(new Careful())).toEqual(["kept"]);
  });

  test("stops at modules that refer to each other", () => {
    class Node extends Module {
      p = value(0, "p");
      other: Module = this;
    }
    const [a, b] = [new Node(), new Node()];
    [a.other, b.other] = [b, a];
    expect(a.parameters()).toEqual([a.p, b.p]);
  });

  test("an empty Module has none", () => {
    expect(new (class extends Module {})().parameters()).toEqual([]);
  });
});

test("zeroGrad() clears every parameter, and hasGrad with it", () => {
  const layer = new Layer(2, 2, { activation: "tanh" });
  const [a, b] = layer.forward([1, 2]) as [Value, Value];
  a.add(b).backward();
  expect(layer.parameters().every((p) => p.hasGrad && p.grad !== 0)).toBe(true);
  layer.zeroGrad();
  expect(layer.parameters().every((p) => !p.hasGrad && p.grad === 0)).toBe(true);
});

test("the type of parameters() is that of the Module's parameters", () => {
  expectTypeOf(new MLP(1, [1]).parameters()).toEqualTypeOf<Value[]>();
  expectTypeOf(new Linear(1, 1).parameters()).toEqualTypeOf<Tensor[]>();
  expectTypeOf(new (class extends Module {})().parameters()).toEqualTypeOf<Parameter[]>();
  expectTypeOf(new Sequential()).toExtend<Module>();
});
