import * as engine from "@outgrad/engine";
import * as gpu from "@outgrad/gpu";
import { transform } from "sucrase";
import { expect, it } from "vitest";
import { asCode } from "../../src/gpu/as-code.ts";
import { kernelNames } from "../../src/gpu/config.ts";

const modules = { "@outgrad/engine": engine, "@outgrad/gpu": gpu };

it.each(kernelNames)(
  "asCode({ kernel: '%s' }) runs, here where there is no GPU on the CPU alone",
  async (kernel) => {
    const printed: unknown[][] = [];
    const { code } = transform(asCode({ kernel, prefer: "auto" }), {
      transforms: ["typescript"],
      disableESTransforms: true,
    });
    const body = code
      .replace(/^import \{(.*)\} from ("@outgrad\/.*");$/gm, "const {$1} = modules[$2];")
      .replace("[64, 128, 256, 512]", "[8, 16]");
    await new Function("modules", "console", `return (async () => {${body}})()`)(modules, {
      log: (...line: unknown[]) => printed.push(line),
    });
    expect(printed[0]?.slice(0, 2)).toEqual(["computed by", "cpu"]);
    const measured = printed.filter(([n]) => typeof n === "number");
    expect(measured.map(([n]) => n)).toEqual([8, 16]);
    // The same CPU twice: no difference at all.
    expect(measured.map((line) => line.at(-1))).toEqual([0, 0]);
  },
);
