import { toAscii } from "./ascii.js";
import { colours, noColours, type Paint } from "./paint.js";

/** Where a person reads and types: a terminal, or the pipes of a program. */
export interface Terminal {
  /** Whether someone looks at a screen that can be cleared; what is written to a pipe stays. */
  readonly isScreen: boolean;
  readonly paint: Paint;
  /** How many characters a line has. */
  readonly width: number;
  write(text: string): void;
  complain(text: string): void;
  clear(): void;
  /** Tells each key that is pressed, without waiting for the end of a line, until the function given back is called. */
  keys(pressed: (key: string) => void): () => void;
  /** Tells when the lines have become longer or shorter. */
  resized(listener: () => void): () => void;
}

/** Lines longer than this are hard to read. */
const widest = 100;

/** What this terminal needs to know of the process; `process` is one. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** The terminal of a process: in colour where its owner has not said NO_COLOR, in ASCII where it knows nothing else. */
export function terminalOf({ stdin, stdout, stderr, env, platform }: Surroundings): Terminal {
  const signs = knowsUnicode(env, platform) ? (text: string) => text : toAscii;
  return {
    isScreen: stdout.isTTY === true,
    paint: stdout.isTTY && stdout.hasColors() && !env.NO_COLOR ? colours : noColours,
    get width() {
      return Math.min(stdout.columns || 80, widest);
    },
    write: (text) => void stdout.write(signs(text)),
    complain: (text) => void stderr.write(signs(text)),
    // Only what is on the screen: what was above it before can still be scrolled to.
    clear: () => void stdout.write("\x1b[2J\x1b[H"),
    keys(pressed) {
      const heard = (text: string): void => {
        for (const key of text) pressed(key);
      };
      stdin.setEncoding("utf8").on("data", heard);
      if (stdin.isTTY) stdin.setRawMode(true);
      stdin.resume();
      return () => {
        stdin.off("data", heard).pause();
        if (stdin.isTTY) stdin.setRawMode(false);
      };
    },
    resized(listener) {
      stdout.on("resize", listener);
      return () => void stdout.off("resize", listener);
    },
  };
}

/** Asks the locale where there is one, as POSIX does; a Windows console of old knows it only inside newer terminals. */
function knowsUnicode(env: Surroundings["env"], platform: string): boolean {
  if (env.TERM === "linux" || env.TERM === "dumb") return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  if (locale) return /utf-?8/i.test(locale);
  return platform !== "win32" || Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask);
}
