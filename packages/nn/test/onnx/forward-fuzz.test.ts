import { readFileSync } from "node:fs";
import { tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { expect, it } from "vitest";
import { importOnnx, OnnxError } from "../../src/onnx/index.js";

const golden = new URL("../../golden/", import.meta.url);
const examples = JSON.parse(readFileSync(new URL("onnx.json", golden), "utf8")) as Record<
  string,
  { shape: number[]; x: number[] }
>;

it.each(Object.keys(examples))(
  "a damaged %s.onnx is refused, or computes something, or says why not",
  (name) => {
    const { x, shape } = examples[name] as (typeof examples)[string];
    const input = tensor(Float32Array.from(x), { shape });
    const whole = readFileSync(new URL(`onnx/${name}.onnx`, golden));
    const stream = random(name);
    let computed = 0;
    for (let i = 0; i < 60; i++) {
      const bytes = Uint8Array.from(whole);
      // The first is whole.
      const damages = i === 0 ? 0 : 1 + stream.integer(3);
      for (let k = 0; k < damages; k++) bytes[stream.integer(bytes.length)] = stream.integer(256);
      try {
        importOnnx(bytes).forward(input);
        computed++;
      } catch (error) {
        expect(error, String((error as Error).stack)).toBeInstanceOf(OnnxError);
        expect((error as Error).message).toMatch(/^(importOnnx|OnnxModel\.forward): [^\n]+\.$/);
      }
    }
    expect(computed).toBeGreaterThan(0);
  },
);
