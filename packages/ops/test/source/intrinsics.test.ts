import * as intrinsics from "@outgrad/ops/intrinsics";
import { c, javascript, python, SourcePrinter } from "@outgrad/ops/source";
import { expect, it } from "vitest";
import {
  compiler,
  interpreter,
  mainInC,
  mainInPython,
  notRun,
  runC,
  runPython,
} from "../../../../tools/programs.ts";
import { stream } from "../wasm-run.ts";

const all: Readonly<Record<string, (...args: number[]) => number>> = intrinsics;
const names = Object.keys(all);

const awkward = [
  0,
  5e-324,
  1e-310,
  2.2250738585072014e-308,
  1e-160,
  1e-9,
  0.1,
  0.5,
  0.625,
  1,
  1.5,
  2,
  2.5,
  22,
  40,
  708,
  709.8,
  745.2,
  1023,
  1024,
  16383.9,
  16384,
  1e6,
  1e16,
  4503599627370495.5,
  4503599627370496,
  1e22,
  1e160,
  1.7976931348623157e308,
  Infinity,
];

/** Rows of two numbers: all pairs of awkward ones, and random ones of every size. */
const points = (() => {
  const uniform = stream(7);
  const signed = [...awkward, ...awkward.map((x) => -x), NaN];
  const pairs = signed.flatMap((x) => signed.map((y) => [x, y]));
  const any = () => {
    const sign = uniform() < 0.5 ? -1 : 1;
    const kinds = [
      () => uniform(),
      () => 20 * uniform(),
      () => 800 * uniform(),
      () => 2 ** (2000 * uniform() - 1000),
      () => 1 + (uniform() - 0.5) * 2 ** (-40 * uniform()),
      () => Math.floor(40 * uniform()),
    ];
    return sign * (kinds[Math.floor(kinds.length * uniform())] as () => number)();
  };
  const random = Array.from({ length: 4000 }, () => [any(), any()]);
  return Float64Array.from([...pairs, ...random].flat());
})();

const wanted = (() => {
  const found: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const row = [points[i], points[i + 1]] as [number, number];
    for (const name of names) found.push((all[name] as (typeof all)[string])(...row));
  }
  return found;
})();

/** Where the numbers found are others than those wanted. */
function differences(found: ArrayLike<number>): string[] {
  expect(found.length).toBe(wanted.length);
  return wanted.flatMap((number, k) => {
    if (Object.is(number, found[k])) return [];
    const row = 2 * Math.floor(k / names.length);
    return [`${names[k % names.length]}(${points[row]}, ${points[row + 1]}) is ${found[k]}, not ${number}`];
  });
}

const callOf = (printer: SourcePrinter, name: string, args: readonly string[]) =>
  printer.call(name, args.slice(0, (all[name] as (typeof all)[string]).length));

it("new SourcePrinter(c): every intrinsic has the bits of JavaScript", () => {
  if (!compiler) return notRun("the intrinsics in C", "install gcc and libc6-dev");
  const printer = new SourcePrinter(c);
  const body = names.map((name, k) => `found[${k}] = ${callOf(printer, name, ["given[0]", "given[1]"])};`);
  const text = c.preamble + printer.functions().join("\n") + mainInC(2, names.length, body.join("\n    "));
  expect(differences(runC([text], points))).toEqual([]);
});

it("new SourcePrinter(python): every intrinsic has the bits of JavaScript, and none raises an error", () => {
  if (!interpreter) return notRun("the intrinsics in Python", "install python3");
  const printer = new SourcePrinter(python);
  const calls = names.map((name) => callOf(printer, name, ["given[0]", "given[1]"]));
  const main = mainInPython(2, `found = [${calls.join(", ")}]`);
  expect(
    differences(runPython(`${python.preamble}\n\n${printer.functions().join("\n\n")}${main}`, points)),
  ).toEqual([]);
});

it("new SourcePrinter(javascript): every intrinsic has the bits of the package", () => {
  const printer = new SourcePrinter(javascript);
  const calls = names.map((name) => callOf(printer, name, ["a", "b"]));
  const text = `${printer.functions().join("\n")}; return (a, b) => [${calls.join(", ")}];`;
  const f = new Function(text)() as (a: number, b: number) => number[];
  const found: number[] = [];
  for (let i = 0; i < points.length; i += 2) found.push(...f(points[i] as number, points[i + 1] as number));
  expect(differences(found)).toEqual([]);
});
