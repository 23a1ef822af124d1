// Reads damaged safetensors files: each must be read, or refused by a SafetensorsError of one sentence.
//   node bench/fuzz-safetensors.mjs [count] [seed]     (a million by default; needs the packages to be built)
import { readFileSync } from "node:fs";
import { readSafetensors, SafetensorsError } from "@outgrad/nn";
import { mutants } from "./mutants.mjs";

const count = Number(process.argv[2] ?? 1_000_000);
const seed = process.argv[3] ?? "fuzz";
const files = ["sequential", "plain-utf8", "empty", "small"].map(
  (name) =>
    new Uint8Array(readFileSync(new URL(`../golden/safetensors/${name}.safetensors`, import.meta.url))),
);
const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
let read = 0;
for (const bytes of mutants(files, count, seed)) {
  try {
    readSafetensors(bytes);
    read++;
  } catch (error) {
    const isSentence =
      error instanceof SafetensorsError && /^readSafetensors: [^\n]{1,500}\.$/.test(error.message);
    if (!isSentence) {
      console.error(`refused in another way than by one sentence:\n${Buffer.from(bytes).toString("base64")}`);
      throw error;
    }
  }
}
if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== prototype) {
  throw new Error("Object.prototype has changed.");
}
console.log(`${count} damaged files: ${read} read, ${count - read} refused in one sentence each.`);
