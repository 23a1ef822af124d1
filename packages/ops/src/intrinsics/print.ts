import { callsIn } from "../formula/ast.js";
import { parseProgram } from "../formula/parse.js";
import { toJs } from "../formula/to-js.js";
import type { Intrinsic, Intrinsics } from "./intrinsic.js";

/** The primitives that JavaScript has itself, exact by its standard, and the files of those that it lacks. */
const builtin: Readonly<Record<string, string>> = { sqrt: "Math.sqrt", abs: "Math.abs", floor: "Math.floor" };
const primitives: Readonly<Record<string, string>> = {
  exponent: "../../intrinsics/primitives.js",
  largeAngle: "../../intrinsics/large-angle.js",
  nearest: "../../intrinsics/primitives.js",
  pow2: "../../intrinsics/primitives.js",
  signOf: "../../intrinsics/primitives.js",
};

const header = "// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.\n";

type Families = Readonly<Record<string, Intrinsics>>;

/**
 * TypeScript text of all programs: for every family a file of its name, and `index` for the public functions of the
 * first families; those of the others are imported from their files.
 */
export function printIntrinsics(families: Families, others: Families): Record<string, string> {
  const all = { ...families, ...others };
  const homes = { ...primitives };
  for (const [family, intrinsics] of Object.entries(all)) {
    for (const name of Object.keys(intrinsics)) homes[name] = `./${family}.js`;
  }
  const files = Object.entries(all).map(([family, intrinsics]) => [family, printFamily(intrinsics, homes)]);
  const exports = Object.entries(families).map(([family, intrinsics]) => {
    const names = Object.keys(intrinsics).filter((name) => !intrinsics[name]?.inner);
    return `export { ${names.sort().join(", ")} } from "./${family}.js";\n`;
  });
  return { ...Object.fromEntries(files), index: header + exports.join("") };
}

function printFamily(intrinsics: Intrinsics, homes: Readonly<Record<string, string>>): string {
  const called = [...new Set(Object.values(intrinsics).flatMap(callsOf))].filter(
    (name) => !(name in intrinsics),
  );
  const files = [...new Set(called.flatMap((name) => homes[name] ?? []))].sort();
  const imports = files.map((file) => {
    const names = called.filter((name) => homes[name] === file).sort();
    return `import { ${names.join(", ")} } from "${file}";\n`;
  });
  const functions = Object.entries(intrinsics).map(([name, intrinsic]) => printFunction(name, intrinsic));
  return [header + imports.join(""), ...functions].join("\n");
}

function printFunction(name: string, { doc, args, program }: Intrinsic): string {
  const call = (name: string) => builtin[name] ?? name;
  const lines = parseProgram(program).map((line, i, all) => {
    const text = toJs(line.formula, { call });
    return i < all.length - 1 ? `  const ${line.name} = ${text};\n` : `  return ${text};\n`;
  });
  const parameters = args.map((arg) => `${arg}: number`).join(", ");
  return `/** ${doc} */\nexport function ${name}(${parameters}): number {\n${lines.join("")}}\n`;
}

function callsOf({ program }: Intrinsic): string[] {
  return parseProgram(program).flatMap((line) => [...callsIn(line.formula)]);
}
