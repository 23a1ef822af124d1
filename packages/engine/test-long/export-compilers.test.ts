import { compile, type Value } from "@outgrad/engine";
import { toC, toPython } from "@outgrad/engine/export";
import { expect, it } from "vitest";
import {
  compiler,
  interpreter,
  mainInC,
  mainInPython,
  notRun,
  runC,
  runPython,
} from "../../../tools/programs.ts";
import { replayed, rowsOfEveryOp, sizeOfEveryOp, sumOfEveryOp } from "../test/export/awkward.ts";

const rows = rowsOfEveryOp(100);

// A compiler that may use all that the processor has would fuse products and sums, if the text let it.
it.each(["-O3", "-O3 -march=native"])("toC() has the bits of replay with %s", (flags) => {
  if (!compiler) return notRun("toC: what it prints", "install gcc and libc6-dev");
  const { text } = toC(sumOfEveryOp, { args: [rows[0]], gradient: true });
  const main = `double f_gradient(const double *, double *);\n${mainInC(sizeOfEveryOp, 1 + sizeOfEveryOp, "found[0] = f_gradient(given, found + 1);")}`;
  const found = runC([text, main], Float64Array.from(rows.flat()), flags.split(" "));
  const wanted = replayed(sumOfEveryOp, rows).flat();
  const wrong = wanted.filter((x, i) => !Object.is(x, found[i]));
  expect(found.length).toBe(wanted.length);
  expect(wrong).toEqual([]);
});

/** A chain of nodes, each used by the next. */
const chainOf =
  (nodes: number) =>
  (x: Value): Value => {
    let y = x;
    for (let i = 0; i < nodes; i += 2) y = y.mul(0.9999999).add(x);
    return y;
  };

const wantedOf = (f: (x: Value) => Value) => compile(f, { target: "replay" }).valueAndGradient(1.5);

it("toC() of 20,000 nodes is compiled and right", () => {
  if (!compiler) return notRun("toC: what it prints", "install gcc and libc6-dev");
  const chain = chainOf(20_000);
  const { text } = toC(chain, { args: [1], gradient: true });
  const main = `double f_gradient(double, double *);\n${mainInC(1, 2, "found[0] = f_gradient(given[0], found + 1);")}`;
  expect([...runC([text, main], Float64Array.of(1.5), ["-O0"])]).toEqual(wantedOf(chain));
});

it("toPython() of 100,000 nodes is read and right", () => {
  if (!interpreter) return notRun("toPython: what it prints", "install python3");
  const chain = chainOf(100_000);
  const { text } = toPython(chain, { args: [1], gradient: true });
  const main = mainInPython(1, "found = f_gradient(given[0])");
  expect([...runPython(text + main, Float64Array.of(1.5))]).toEqual(wantedOf(chain));
});
