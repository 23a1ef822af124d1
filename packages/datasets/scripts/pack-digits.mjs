// Writes src/generated/packed-digits.ts from the UCI digits; needs this package to be built.
//   node scripts/pack-digits.mjs optdigits.tes
// The file is optdigits.tes of https://doi.org/10.24432/C50P49, or digits.csv.gz of scikit-learn, which equals it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const SHA256 = "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8";

/** The bytes of a range coder that tells `model` every level before it learns it. */
export function pack(rows, model) {
  const bytes = [];
  let low = 0;
  let range = 2 ** 32;
  const emit = () => {
    bytes.push(Math.floor(low / 2 ** 24));
    low = (low % 2 ** 24) * 256;
  };
  const carry = () => {
    low -= 2 ** 32;
    let i = bytes.length - 1;
    while (bytes[i] === 255) bytes[i--] = 0;
    bytes[i]++;
  };
  for (const row of rows) {
    for (let column = 0; column < row.length; column++) {
      model.enter(row, column);
      const level = row[column];
      const unit = Math.floor(range / model.total());
      low += model.below(level) * unit;
      range = (model.below(level + 1) - model.below(level)) * unit;
      if (low >= 2 ** 32) carry();
      for (; range < 2 ** 24; range *= 256) emit();
      model.learn(level);
    }
  }
  for (let i = 0; i < 4; i++) emit();
  return Uint8Array.from(bytes);
}

/** The generated module's text. */
export const moduleOf = (bytes) => `// Written by scripts/pack-digits.mjs: do not edit.
// Optical Recognition of Handwritten Digits (test set), E. Alpaydin and C. Kaynak, 1998,
// UCI Machine Learning Repository, https://doi.org/10.24432/C50P49, licensed under CC BY 4.0.
export const packedDigits =
  "${Buffer.from(bytes).toString("base64")}";
`;

const [, script, source] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  const file = readFileSync(source);
  const csv = file[0] === 0x1f ? gunzipSync(file) : file;
  const found = createHash("sha256").update(csv).digest("hex");
  if (found !== SHA256) throw new Error(`${source} is not the UCI digits: its SHA-256 is ${found}.`);
  const rows = csv
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => line.split(",").map(Number));
  const { LevelModel } = await import("../dist/level-model.js");
  const path = new URL("../src/generated/packed-digits.ts", import.meta.url);
  writeFileSync(path, moduleOf(pack(rows, new LevelModel())));
}
