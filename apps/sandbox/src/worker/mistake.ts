import { clip } from "../limits.js";
import type { Failure } from "../outcome.js";
import { GrammarError, shownName } from "./compile.js";
import { print } from "./print.js";

/** What went wrong, as it travels: what was logged travels by itself. */
export type Mistake = Omit<Failure, "logs">;

/** What code of pages expects and does not find here. */
const ofPages =
  /^(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|importScripts|navigator|location|document|window|parent|top|localStorage|sessionStorage|indexedDB|caches|cookieStore|BroadcastChannel|MessageChannel|Worker|SharedWorker|postMessage|close|open|alert|Image|Notification|process|Deno)$/;

/** Whatever was thrown, as a sentence with the place in the code. Never throws itself. */
export function mistakeOf(thrown: unknown, files: readonly string[]): Mistake {
  try {
    if (thrown instanceof GrammarError) {
      const { message, file, line, column } = thrown;
      const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
      return { ok: false, sentence: clip(message), ...(file.startsWith("./") && { file }), ...place };
    }
    if (!(thrown instanceof Error)) return { ok: false, sentence: `The code threw ${print(thrown)}.` };
    return { ok: false, sentence: clip(sentenceOf(thrown)), ...placeOf(thrown, files) };
  } catch {
    return { ok: false, sentence: "The code threw something that cannot be read." };
  }
}

function sentenceOf(error: Error): string {
  const message = clip(String(error.message));
  const missing = /^(?:Can't find variable: )?([\w$]+)(?: is not defined)?$/.exec(message)?.[1];
  if (error instanceof ReferenceError && missing !== undefined && ofPages.test(missing)) {
    return `There is no ${missing} here: the code runs apart from the page, without network and storage.`;
  }
  if (/call stack|too much recursion/.test(message)) {
    return `Functions call each other too deep (${message}). Is there a recursion that never ends?`;
  }
  if (error instanceof RangeError && /allocation|array length|string length/i.test(message)) {
    return `The code asks for more memory than there is (${message}).`;
  }
  const plain = error.name === "Error" || error.name === "Mistake";
  return `${plain ? "" : `${error.name}: `}${message}${/[.!?]$/.test(message) ? "" : "."}`;
}

/** Characters from the end of a stack trace: all its places, whatever the length of the message before them. */
const stackEnd = 4_000;

/** The innermost place in the visitor's own files. Lines are those of the TypeScript; columns are not. */
function placeOf(error: Error, files: readonly string[]): { file?: string; line?: number } {
  const frames = String(error.stack).slice(-stackEnd);
  for (const [, name, line] of frames.matchAll(/([\w.-]+\.ts):(\d+):\d+/g)) {
    const file = files.find((each) => shownName(each) === name);
    if (file !== undefined) return { ...(file.startsWith("./") && { file }), line: Number(line) };
  }
  return {};
}
