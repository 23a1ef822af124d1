import * as engine from "@outgrad/engine";
import { ops } from "@outgrad/ops";
import { beforeEach, expect, it } from "vitest";
import * as tensors from "../../src/tensor/index.js";
import { shapeMethods } from "../../src/tensor/shape-methods.js";
import { arrangeErrors } from "./errors/arrange.js";
import { chooseErrors } from "./errors/choose.js";
import { createErrors } from "./errors/create.js";
import { einsumErrors } from "./errors/einsum.js";
import { elementwiseErrors } from "./errors/elementwise.js";
import { graphErrors } from "./errors/graph.js";
import { networkErrors } from "./errors/network.js";
import { optionErrors } from "./errors/options.js";
import { reduceErrors } from "./errors/reduce.js";
import { changes, type ErrorRow, forget, leaf } from "./errors/row.js";

const rows: readonly ErrorRow[] = [
  ...elementwiseErrors,
  ...reduceErrors,
  ...arrangeErrors,
  ...chooseErrors,
  ...createErrors,
  ...graphErrors,
  ...networkErrors,
  ...einsumErrors,
  ...optionErrors,
];

function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

beforeEach(forget);

it.each(rows)("%s throws a sentence that names it, and nothing has changed", (call, f, why) => {
  const inputs = [leaf([2, 3]), leaf([4]), leaf([])] as const;
  const { message } = thrown(() => f(...(inputs as unknown as Parameters<ErrorRow[1]>)));
  if (typeof why === "string") expect(message).toContain(why);
  else expect(message).toMatch(why);
  // The name of what was called, and a sentence to its end, or a place in a formula.
  const [, name = "-"] = /^(?:Tensor\.|Value\.)?(\w+)/.exec(message) ?? [];
  expect(call).toContain(name);
  expect(message).toMatch(/[.?]$|\n +\^+$/);
  expect(changes()).toEqual([]);
});

/** What is only read or has no arguments, and what is for the inside alone. */
const harmless =
  "shape dtype size isLeaf op backend T toArray read detach retainGrad zeroGrad isTensor isElsewhere getDefaultDtype ownData numbersNow numbers become isWritten Tensor";

it("every op, method and function of Tensors has at least two of these tests", () => {
  const { prototype } = engine.Tensor;
  const both = [prototype, Object.getPrototypeOf(prototype)];
  const own = both
    .flatMap(Object.getOwnPropertyNames)
    .filter((name) => !(name in ops) && name !== "constructor");
  const functions = Object.entries(tensors).flatMap(([name, found]) =>
    typeof found === "function" ? [name] : [],
  );
  const names = new Set([...Object.keys(ops), ...Object.keys(shapeMethods), ...own, ...functions]);
  const few = [...names].filter((name) => {
    const called = new RegExp(`(^|[.\\s])${name}( =|\\()`);
    return !harmless.split(" ").includes(name) && rows.filter(([call]) => called.test(call)).length < 2;
  });
  expect(few).toEqual([]);
});
