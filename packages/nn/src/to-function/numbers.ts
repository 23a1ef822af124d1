import type { DType } from "@outgrad/engine/backend";

/** Lists up to that long are written as decimals, longer ones as bytes in base64. */
const readable = 256;

/** The fewest digits that are read as the same number of that format. */
export function digits(x: number, dtype: DType): string {
  if (dtype === "float64" || !Number.isFinite(x)) return Object.is(x, -0) ? "-0" : String(x);
  for (let count = 1; count < 9; count++) {
    const near = Number(x.toPrecision(count));
    if (Object.is(Math.fround(near), x)) return Object.is(near, -0) ? "-0" : String(near);
  }
  return String(x);
}

/** An array of numbers as an expression, and whether it calls `decoded`. */
export function arrayText(numbers: ArrayLike<number>, dtype: DType): { text: string; isCoded: boolean } {
  const list = Array.from(numbers, (x) => (dtype === "float32" ? Math.fround(x) : x));
  if (list.length > readable) return { text: `decoded("${base64(list, dtype)}")`, isCoded: true };
  if (list.length <= 8) {
    return { text: `new Numbers([${list.map((x) => digits(x, dtype)).join(", ")}])`, isCoded: false };
  }
  const lines: string[] = [];
  for (let i = 0; i < list.length; i += 8) {
    lines.push(
      `  ${list
        .slice(i, i + 8)
        .map((x) => digits(x, dtype))
        .join(", ")},\n`,
    );
  }
  return { text: `new Numbers([\n${lines.join("")}])`, isCoded: false };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes of the numbers, the lowest first, in base64. */
function base64(numbers: readonly number[], dtype: DType): string {
  const size = dtype === "float32" ? 4 : 8;
  const view = new DataView(new ArrayBuffer(size * numbers.length));
  numbers.forEach((x, i) => {
    if (dtype === "float32") view.setFloat32(4 * i, x, true);
    else view.setFloat64(8 * i, x, true);
  });
  const parts: string[] = [];
  const byte = (i: number): number => (i < view.byteLength ? view.getUint8(i) : 0);
  for (let i = 0; i < view.byteLength; i += 3) {
    const bits = (byte(i) << 16) | (byte(i + 1) << 8) | byte(i + 2);
    parts.push([18, 12, 6, 0].map((shift) => letters[(bits >> shift) & 63]).join(""));
  }
  return parts.join("");
}

/** What reads such bytes in a printed model. */
export const decoderText = (dtype: DType): string => `// The numbers in bytes that are written in base64.
function decoded(text: string): Numbers {
  const letters = "${letters}";
  const size = ${dtype === "float32" ? 4 : 8};
  const count = Math.floor((text.length * 3) / 4 / size);
  const bytes = new DataView(new ArrayBuffer(text.length));
  for (let i = 0, to = 0; i < text.length; i += 4, to += 3) {
    let bits = 0;
    for (let k = 0; k < 4; k++) bits = bits * 64 + letters.indexOf(text.charAt(i + k));
    bytes.setUint8(to, bits >> 16);
    bytes.setUint8(to + 1, (bits >> 8) & 255);
    bytes.setUint8(to + 2, bits & 255);
  }
  return Numbers.from({ length: count }, (_, i) => bytes.get${dtype === "float32" ? "Float32" : "Float64"}(size * i, true));
}
`;
