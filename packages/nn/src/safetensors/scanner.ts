import { quoted } from "../quoted.js";
import { refusal } from "./error.js";

const BLANKS = /[ \n\r\t]*/y;
const TOKEN = /[-+.\w]*/y;
const INTEGER = /^(0|[1-9][0-9]{0,15})$/;

/**
 * Reads the JSON of a header from front to back, and no more of JSON than headers have: objects without a key
 * twice, strings, lists of integers. JSON.parse would keep one of two equal keys and build whatever it is given.
 */
export class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads an object, calling `member` where each value stands; `what` names the object. */
  object(what: string, member: (key: string) => void): void {
    const keys = new Set<string>();
    this.#expect("{", what);
    if (this.#skip("}")) return;
    do {
      const key = this.string(`a key of ${what}`);
      if (keys.has(key)) throw refusal(`${what} has the key ${quoted(key)} twice`);
      keys.add(key);
      this.#expect(":", what);
      member(key);
    } while (this.#skip(","));
    this.#expect("}", what);
  }

  /** Reads a string. */
  string(what: string): string {
    this.#expect('"', what);
    const start = this.#at;
    let escaped = false;
    for (; this.#text[this.#at] !== '"'; this.#at++) {
      if (!(this.#text.charCodeAt(this.#at) >= 0x20)) throw this.#unexpected("the closing '\"'", what);
      if (this.#text[this.#at] === "\\") {
        escaped = true;
        this.#at++;
      }
    }
    const inner = this.#text.slice(start, this.#at++);
    return escaped ? unescaped(inner, what) : inner;
  }

  /** Reads a list of integers in [0, 2⁵³). */
  integers(what: string): number[] {
    const list: number[] = [];
    this.#expect("[", what);
    if (this.#skip("]")) return list;
    do list.push(this.#integer(what));
    while (this.#skip(","));
    this.#expect("]", what);
    return list;
  }

  /** Throws unless only blanks are left. */
  end(): void {
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw this.#unexpected("nothing more", "the header");
  }

  #integer(what: string): number {
    this.#skipBlanks();
    const start = this.#at;
    this.#skipAll(TOKEN);
    const digits = this.#text.slice(start, this.#at);
    if (digits === "") throw this.#unexpected("an integer", what);
    const number = INTEGER.test(digits) ? Number(digits) : Number.NaN;
    if (Number.isSafeInteger(number)) return number;
    throw refusal(`${what} must be integers from 0 to 2**53 - 1, but one is ${quoted(digits)}`);
  }

  #skip(sign: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string, what: string): void {
    if (!this.#skip(sign)) throw this.#unexpected(sign === '"' ? "a string" : `'${sign}'`, what);
  }

  #skipBlanks(): void {
    this.#skipAll(BLANKS);
  }

  #skipAll(characters: RegExp): void {
    characters.lastIndex = this.#at;
    characters.test(this.#text);
    this.#at = characters.lastIndex;
  }

  #unexpected(wanted: string, what: string): Error {
    const found = this.#at < this.#text.length ? quoted(this.#text.charAt(this.#at)) : "its end";
    return refusal(
      `the header is not valid: in ${what}, ${wanted} was expected at character ${this.#at}, not ${found}`,
    );
  }
}

function unescaped(inner: string, what: string): string {
  let text: string;
  try {
    text = JSON.parse(`"${inner}"`);
  } catch {
    throw refusal(
      `the header is not valid: in ${what}, ${quoted(inner)} has an escape that JSON does not know`,
    );
  }
  if (!isWellFormed(text)) throw refusal(`${quoted(text)}, ${what}, has half of a surrogate pair`);
  return text;
}

/** Whether it can be written in UTF-8: no half of a surrogate pair stands alone. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
