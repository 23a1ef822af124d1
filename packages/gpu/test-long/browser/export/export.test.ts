import type { Value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { type OpName, opOf, ops } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { gpuLanguages } from "../../../test-browser/export/run-exported.ts";

const awkward = [0, 0.5, 1, -1, 2, -2, 30, -30, 1e6, -1e6, Infinity, -Infinity, Number.NaN];

/** All pairs of awkward numbers, and numbers of the op's domain. */
function rowsOf(name: OpName): number[][] {
  const stream = random(name);
  const { domain } = opOf(name);
  const drawn = Array.from({ length: 200 }, () =>
    domain.map(([low, high]) => Math.min(1e6, Math.max(-1e6, stream.uniform(low, high)))),
  );
  const pairs = awkward.flatMap((a) => (domain.length === 1 ? [[a]] : awkward.map((b) => [a, b])));
  return [...pairs, ...drawn];
}

describe.each(gpuLanguages)("$name", (language) => {
  it.each(Object.keys(ops) as OpName[])("%s: value and gradient are those of the CPU", async (name) => {
    const f = ([a, b]: Value[]) => {
      const method = (a as Value)[name] as (b?: Value) => Value;
      return opOf(name).args.length === 2 ? method.call(a as Value, b) : method.call(a as Value);
    };
    expect(await language.mistakes(f, rowsOf(name), 1e-5)).toEqual([]);
  });
});
