import * as datasets from "@outgrad/datasets";
import * as engine from "@outgrad/engine";
import * as micro from "@outgrad/engine/micro";
import * as random from "@outgrad/engine/random";
import { transform } from "sucrase";
import { expect, it } from "vitest";
import { asCode } from "../../src/speed/as-code.ts";
import { readConfig, writeConfig } from "../../src/speed/config.ts";
import { paths, prepare } from "../../src/speed/paths.ts";
import { programNames, programs } from "../../src/speed/programs.ts";

const modules = {
  "@outgrad/datasets": datasets,
  "@outgrad/engine": engine,
  "@outgrad/engine/micro": micro,
  "@outgrad/engine/random": random,
};

/** Runs a program of the dialog with the real packages, on a clock of its own, and gives what it printed. */
function run(code: string): unknown[][] {
  const printed: unknown[][] = [];
  const { code: plain } = transform(code, { transforms: ["typescript"], disableESTransforms: true });
  const body = plain.replace(
    /^import \{(.*)\} from ("@outgrad\/.*");$/gm,
    (_, names: string, from: string) => {
      return `const {${names.replaceAll(" as ", ": ")}} = modules[${from}];`;
    },
  );
  let clock = 0;
  const performance = {
    now() {
      clock += 25;
      return clock;
    },
  };
  new Function("modules", "console", "performance", body)(
    modules,
    { log: (...line: unknown[]) => printed.push(line) },
    performance,
  );
  return printed;
}

it.each(programNames)("asCode({ program: '%s' }) computes what the screen races", (program) => {
  const size = programs[program].sizes[1] ?? 1;
  const printed = run(asCode({ program, size }));
  for (const [i, path] of paths.entries()) {
    const contestant = prepare(path, programs[program].make(size));
    expect(printed[i]).toEqual([path, Array.from({ length: 5 }, () => contestant.step())]);
  }
  expect(printed.slice(paths.length).map(([line]) => (line as string).split(":")[0])).toEqual([...paths]);
});

it("readConfig(writeConfig(config)) is the config, and nonsense the usual program", () => {
  for (const program of programNames) {
    for (const size of programs[program].sizes) {
      expect(readConfig(writeConfig({ program, size }))).toEqual({ program, size });
    }
  }
  expect(readConfig(new URLSearchParams("program=__proto__&size=7"))).toEqual({ program: "moons", size: 8 });
  expect(readConfig(new URLSearchParams("program=arm&size=1e9"))).toEqual({ program: "arm", size: 10 });
  expect(writeConfig(readConfig(new URLSearchParams())).toString()).toBe("");
});
