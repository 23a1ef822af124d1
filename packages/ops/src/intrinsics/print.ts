import { callsIn } from "../formula/ast.js";
import { parseProgram } from "../formula/parse.js";
import { toJs } from "../formula/to-js.js";
import type { Intrinsic, Intrinsics } from "./intrinsic.js";

/** The primitives that JavaScript has itself, exact by its standard, and those that primitives.ts makes of bit moves. */
const builtin: Readonly<Record<string, string>> = { sqrt: "Math.sqrt", abs: "Math.abs", floor: "Math.floor" };
const imports: Readonly<Record<string, string>> = {
  exponent: "primitives",
  largeAngle: "large-angle",
  nearest: "primitives",
  pow2: "primitives",
  signOf: "primitives",
};

/** TypeScript text of all programs: the module generated/intrinsics.ts. */
export function printIntrinsics(intrinsics: Intrinsics): string {
  const functions = Object.entries(intrinsics).map(([name, intrinsic]) => printFunction(name, intrinsic));
  const called = new Set(Object.values(intrinsics).flatMap((intrinsic) => [...callsOf(intrinsic)]));
  const header = "// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.";
  return `${[header, printImports(called), ...functions].join("\n\n")}\n`;
}

function printImports(called: ReadonlySet<string>): string {
  const files = [...new Set(Object.values(imports))].sort();
  const lines = files.map((file) => {
    const names = [...called].filter((name) => imports[name] === file).sort();
    return `import { ${names.join(", ")} } from "../intrinsics/${file}.js";`;
  });
  return lines.join("\n");
}

function printFunction(name: string, { doc, args, program, inner }: Intrinsic): string {
  const call = (name: string) => builtin[name] ?? name;
  const lines = parseProgram(program).map((line, i, all) => {
    const text = toJs(line.formula, { call });
    return i < all.length - 1 ? `  const ${line.name} = ${text};` : `  return ${text};`;
  });
  const parameters = args.map((arg) => `${arg}: number`).join(", ");
  return `/** ${doc} */\n${inner ? "" : "export "}function ${name}(${parameters}): number {\n${lines.join("\n")}\n}`;
}

function callsOf({ program }: Intrinsic): ReadonlySet<string> {
  return new Set(parseProgram(program).flatMap((line) => [...callsIn(line.formula)]));
}
