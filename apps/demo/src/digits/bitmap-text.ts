import { type Bitmap, blank } from "./bitmap.ts";

/** A drawing as text for an address: 8 cells a byte, in base64url. */
export function writeBitmap(bitmap: Bitmap): string {
  const bytes = Array.from({ length: bitmap.length / 8 }, (_, i) =>
    bitmap.subarray(8 * i, 8 * i + 8).reduce((byte, ink) => 2 * byte + ink, 0),
  );
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Reads what `writeBitmap` writes; undefined for any other text. */
export function readBitmap(text: string): Bitmap | undefined {
  if (!/^[\w-]{171}$/.test(text)) return undefined;
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return blank.map((_, cell) => (bytes.charCodeAt(cell >> 3) >> (7 - (cell & 7))) & 1);
}
