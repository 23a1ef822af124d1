import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile } from "../../../tools/fuzz/text.ts";
import { readSafetensors, SafetensorsError, writeSafetensors } from "../src/index.js";
import { fileOf, mended, words } from "./safetensors-files.ts";

const ramp = (length: number) => Array.from({ length }, (_, i) => i / 8 - 1);

export const target: Target = {
  share: 190_000,
  corpus: [
    writeSafetensors({
      "0.weight": { dtype: "F64", shape: [2, 3], data: new Float64Array(ramp(6)) },
      "0.bias": { dtype: "F32", shape: [2], data: new Float32Array([Number.NaN, -0]) },
      step: { dtype: "I64", shape: [], data: new BigInt64Array([7n]) },
      mask: { dtype: "BOOL", shape: [3], data: new Uint8Array([0, 1, 1]) },
    }),
    writeSafetensors({}, { format: "pt", "a b": 'text with "signs", é and \n' }),
    fileOf(
      {
        a: { dtype: "F16", shape: [3, 2], data_offsets: [0, 12] },
        b: { dtype: "BF16", shape: [1], data_offsets: [12, 14] },
        c: { dtype: "U8", shape: [2, 0, 4], data_offsets: [14, 14] },
        d: { dtype: "I16", shape: [1], data_offsets: [14, 16] },
      },
      16,
    ),
    fileOf(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `t${i}`,
          { dtype: "I8", shape: [1], data_offsets: [i, i + 1] },
        ]),
      ),
      40,
    ),
    fileOf({ half: { dtype: "F16", shape: [64, 1024], data_offsets: [0, 131_072] } }, 131_072),
    writeSafetensors({
      large: { dtype: "F64", shape: [128, 256], data: new Float64Array(32_768).fill(0.5) },
    }),
  ],
  words: [...words, ...hostile],
  mend: mended,
  read: readSafetensors,
  refuses: (error) =>
    error instanceof SafetensorsError && /^readSafetensors: [^\n]{1,500}\.$/.test(error.message),
  // The numbers take twice the file at most; a name, which needs eight bytes of it and more, takes an array and its place.
  room: 400_000,
};
