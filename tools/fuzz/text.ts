/** Thrown by targets whose readers say what is wrong instead of throwing it. */
export class Refused extends Error {}

/** The input as text; what is no UTF-8 becomes halves of surrogate pairs now and then, which UTF-8 cannot write. */
export const textOf = (input: Uint8Array): string =>
  new TextDecoder().decode(input).replaceAll("\uFFFD\uFFFD\uFFFD", "\uD800");

/** Texts as inputs. */
export const inputsOf = (texts: Iterable<string>): Uint8Array[] =>
  Array.from(texts, (text) => new TextEncoder().encode(text));

/** What breaks readers of any text. */
export const hostile: readonly string[] = [
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then", "length", "undefined",
  "null", "NaN", "Infinity", "-0", "1e999", "1e-999", "0x10", "9007199254740993", "18446744073709551616", "\u0000",
  "\uFEFF", "\u2028", "\u200B", "\u202E", "é", "é", "ﬀ", "😀", "𝒳", "\\ud800", "%00", "%ZZ", "%F0%9F", "\r\n", "\t",
  "(", ")", "[", "]", "{", "}", "\"", "'", "`", "\\", "/", "<", ">", "&", ";", ":", ",", ".", "=", "+", "-", "*", "#",
  "((((((((((((((((", "[[[[[[[[[[[[[[[[", "{{{{{{{{{{{{{{{{", "----------------", "<script>", "$\u007bx}", "../../", "//",
]; // biome-ignore format: one row per kind

/** So many of a sign: what readers that call themselves run out of stack at. */
export const many = (sign: string, count = 3000): string => sign.repeat(count);
