import { compile, sum, type Value, value } from "@outgrad/engine";
import { expect, it } from "vitest";
// What compiled functions owe to Values they owe in a browser too: the tests themselves.
import "../test/compile/array-programs.test.js";
import "../test/compile/compile.test.js";
import "../test/compile/exact.test.js";
import "../test/compile/refusals.test.js";
import "../test/compile/relaxed-fma.test.js";
import "../test/compile/same-bits.test.js";

const [w, c] = [value(0.5), value(0.001)];

function chain(): Value {
  let x: Value = c;
  for (let i = 0; i < 500_000; i++) x = x.mul(w).add(c);
  return x;
}

function rows(): Value {
  return sum(
    [1, 2, 3, 4, 5].map((k) => {
      let x = c.mul(k);
      for (let i = 0; i < 9000; i++) x = x.geluTanh();
      return x.mul(w);
    }),
  );
}

// Chromium compiles at most 8 MB at once on the main thread.
it.each([
  ["a chain of 1,000,000 nodes", chain],
  ["rows of 9,000 steps with long formulas", rows],
])("compile() of %s stays below what Chromium compiles at once", (_, f) => {
  const compiled = compile(f, { target: "wasm" });
  expect(compiled.step()).toBe(f().data);
  expect(compiled.choice?.target).toBe("wasm");
});
