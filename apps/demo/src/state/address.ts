import { type Screen, screens } from "../screens.ts";

/** Where the page is: the part of the address behind "#". */
export interface Address {
  readonly screen: Screen;
  readonly query: URLSearchParams;
}

/** Longer hashes are not read: nobody's state is that long, and reading it would take time. */
const longest = 20_000;

/** Reads "#train?lr=0.1". Whatever it holds, the answer is an address; an unknown screen is the playground. */
export function readHash(hash: string): Address {
  const text = hash.length <= longest ? hash.replace(/^#\/?/, "") : "";
  const [word = "", query = ""] = split(text, "?");
  const screen = Object.hasOwn(screens, word) ? (word as Screen) : "play";
  return { screen, query: new URLSearchParams(query) };
}

/** Writes what `readHash` reads. */
export function writeHash({ screen, query }: Address): string {
  const text = query.toString();
  return text === "" ? `#${screen}` : `#${screen}?${text}`;
}

function split(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
