import { readFileSync } from "node:fs";
import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile } from "../../../tools/fuzz/text.ts";
import { crc32 } from "../src/pytorch/crc32.js";
import { PytorchError, readPytorch, writePytorch } from "../src/pytorch/index.js";

const golden = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../golden/pytorch/${name}.pt`, import.meta.url)));

/** The archive with the checksums that its entries have, so that damage in them is reached. */
function mended(bytes: Uint8Array): Uint8Array {
  const fixed = bytes.slice();
  const view = new DataView(fixed.buffer);
  for (let at = 0; at + 46 < fixed.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const [size, header] = [view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
    if (header + 30 > fixed.length) continue;
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    view.setUint32(at + 16, crc32(fixed.subarray(start, start + size)), true);
  }
  return fixed;
}

const opcodes = [
  0x28, 0x29, 0x2e, 0x30, 0x4b, 0x51, 0x52, 0x62, 0x63, 0x64, 0x65, 0x68, 0x71, 0x72, 0x73, 0x74, 0x75, 0x7d,
  0x80, 0x85, 0x86, 0x87, 0x8a, 0x93, 0x94,
];

export const target: Target = {
  share: 120_000,
  corpus: [
    writePytorch({
      weight: { dtype: "F32", shape: [2, 3], data: new Float32Array([1, 2, 3, 4, 5, Number.NaN]) },
      steps: { dtype: "I64", shape: [], data: new BigInt64Array([7n]) },
    }),
    writePytorch({
      epoch: 3,
      lr: 0.1,
      names: ["a", null, true],
      model: { a: { dtype: "F64", shape: [1], data: new Float64Array(1) } },
    }),
    ...[
      "1.13/formats-legacy",
      "1.13/formats",
      "2.13/formats",
      "2.13/formats-protocol-4",
      "2.13/optimizers",
    ].map(golden),
  ],
  words: [
    ...hostile,
    ...opcodes.map((code) => Uint8Array.of(code)),
    "cos\nsystem\n",
    "cbuiltins\neval\n",
    "ctorch._utils\n_rebuild_tensor_v2\n",
    "ccollections\nOrderedDict\n",
    "ctorch\nHalfStorage\n",
    "ctorch\nBFloat16Storage\n",
    "(lp0\n",
    "((((((((((((((((",
    "]]]]]]]]]]]]]]]]",
    "}}}}}}}}}}}}}}}}",
    "PK\x01\x02",
    "PK\x03\x04",
    "PK\x05\x06",
    "PK\x06\x06",
    "data.pkl",
    "data/0",
    "byteorder",
    "storage",
    "X\xff\xff\xff\x7f",
    "0000000000000000",
  ],
  mend: mended,
  read: readPytorch,
  refuses: (error) => error instanceof PytorchError && /^readPytorch: [^\n]{1,600}\.$/.test(error.message),
  // Python's objects become objects: a few bytes of a pickle make one.
  room: 2_000_000,
};
