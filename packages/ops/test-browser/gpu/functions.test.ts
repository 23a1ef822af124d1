import { GpuPrinter, gpuPolicy } from "@outgrad/ops/gpu";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import { callOf, measured, worst } from "../../test/gpu/functions.ts";
import { drivers } from "./drivers.ts";

describe.each(drivers)("on %s", (_, language, run) => {
  it.each(Object.keys(intrinsics))("%s is right to its bound", async (name) => {
    const tested = measured(name);
    const printer = new GpuPrinter(language);
    const text = callOf(tested, printer);
    const functions = printer.functions().map(({ text }) => text);
    const [found] = await run(functions.join("\n"), [text], tested.args, tested.columns);
    const { error, at } = worst(tested, found as Float32Array);
    expect(error, `at ${at}`).toBeLessThanOrEqual(gpuPolicy.functions[name] as number);
  });
});
