// The classes are in every engine, but not in the library of plain ES2023.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

const encoder = /* @__PURE__ */ new TextEncoder();

/** A text as UTF-8. */
export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text of bytes, which must be UTF-8: throws a TypeError if they are not. A byte order mark is a part of it. */
export const decodeUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

/** The same without a byte order mark; what is not UTF-8 becomes replacement characters if `lenient`. */
export const decodeWithoutMark = (bytes: Uint8Array, lenient = false): string =>
  new TextDecoder("utf-8", { fatal: !lenient }).decode(bytes);
