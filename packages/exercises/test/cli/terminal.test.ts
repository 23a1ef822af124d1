import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { colours, noColours } from "../../src/cli/paint.js";
import { type Surroundings, terminalOf } from "../../src/cli/terminal.js";

interface Options {
  readonly isTTY?: boolean;
  readonly env?: Record<string, string>;
  readonly platform?: string;
  readonly columns?: number;
}

/** A terminal, or a pipe, that writes down what happens to it. */
function surroundings({ isTTY = true, env = {}, platform = "linux", columns = 80 }: Options = {}) {
  const log: string[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (raw: boolean) => void log.push(`raw ${raw}`),
  });
  const written: string[] = [];
  const stream = () =>
    Object.assign(new PassThrough(), {
      isTTY,
      columns: isTTY ? columns : undefined,
      hasColors: () => env.TERM !== "dumb",
      write: (text: string) => written.push(text) > 0,
    });
  const all = { stdin, stdout: stream(), stderr: stream(), env, platform };
  return { terminal: terminalOf(all as unknown as Surroundings), log, written, ...all };
}

describe("terminalOf(process)", () => {
  it("paints on a screen, unless it is a pipe or its owner says NO_COLOR", () => {
    expect(surroundings().terminal.paint).toBe(colours);
    expect(surroundings({ env: { NO_COLOR: "1" } }).terminal.paint).toBe(noColours);
    expect(surroundings({ env: { TERM: "dumb" } }).terminal.paint).toBe(noColours);
    expect(surroundings({ isTTY: false }).terminal.paint).toBe(noColours);
  });

  it("is no screen when it is a pipe, and takes lines of 80 characters then", () => {
    const { terminal } = surroundings({ isTTY: false });
    expect([terminal.isScreen, terminal.width]).toEqual([false, 80]);
  });

  it("follows the width of a screen, up to what can be read", () => {
    const found = surroundings({ columns: 60 });
    expect([found.terminal.isScreen, found.terminal.width]).toEqual([true, 60]);
    found.stdout.columns = 300;
    expect(found.terminal.width).toBe(100);
  });

  it.each([
    [{ env: { LANG: "de_DE.UTF-8" } }, "✓"],
    [{ env: { LC_ALL: "C", LANG: "de_DE.UTF-8" } }, "+"],
    [{ env: { TERM: "linux", LANG: "en_US.UTF-8" } }, "+"],
    [{ env: {} }, "✓"],
    [{ env: {}, platform: "win32" }, "+"],
    [{ env: { WT_SESSION: "1" }, platform: "win32" }, "✓"],
  ])("writes with %o the sign %s", (options, sign) => {
    const { terminal, written } = surroundings(options);
    terminal.write("✓");
    terminal.complain("✓");
    expect(written).toEqual([sign, sign]);
  });

  it("tells keys one by one, and gives the terminal back as it was", async () => {
    const { terminal, stdin, log } = surroundings();
    const keys: string[] = [];
    const stop = terminal.keys((key) => keys.push(key));
    stdin.write("hn\x03");
    await new Promise(setImmediate);
    expect(keys).toEqual(["h", "n", "\x03"]);
    stop();
    expect(log).toEqual(["raw true", "raw false"]);
    expect(stdin.listenerCount("data")).toBe(0);
  });

  it("hears keys through a pipe too, which has no raw mode", async () => {
    const { terminal, stdin, log } = surroundings({ isTTY: false });
    const keys: string[] = [];
    const stop = terminal.keys((key) => keys.push(key));
    stdin.write("q");
    await new Promise(setImmediate);
    stop();
    expect([keys, log]).toEqual([["q"], []]);
  });

  it("tells of a new width until it is asked to stop", () => {
    const { terminal, stdout } = surroundings();
    let times = 0;
    const stop = terminal.resized(() => times++);
    stdout.emit("resize");
    stop();
    stdout.emit("resize");
    expect(times).toBe(1);
  });

  it("clears what is seen and leaves what can be scrolled to", () => {
    const { terminal, written } = surroundings();
    terminal.clear();
    expect(written).toEqual(["\x1b[2J\x1b[H"]);
  });
});
