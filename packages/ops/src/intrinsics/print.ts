import { callsIn, type Formula } from "../formula/ast.js";
import { toJs } from "../formula/to-js.js";
import type { Intrinsics } from "./intrinsic.js";
import { type Tight, tighten } from "./tighten.js";

/** The primitives that JavaScript has itself, exact by its standard, and the files of those that it lacks. */
const builtin: Readonly<Record<string, string>> = { sqrt: "Math.sqrt", abs: "Math.abs", floor: "Math.floor" };
const primitives: Readonly<Record<string, string>> = {
  exponent: "../../intrinsics/primitives.js",
  largeAngle: "../../intrinsics/large-angle.js",
  leading: "../../intrinsics/primitives.js",
  nearest: "../../intrinsics/primitives.js",
  pow2: "../../intrinsics/primitives.js",
  signOf: "../../intrinsics/primitives.js",
};

const header = "// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.\n";

type Families = Readonly<Record<string, Intrinsics>>;

/**
 * TypeScript text of all programs: for every family a file of its name, `index` for the public functions of the
 * first families (those of the others are imported from their files), and `shared` for what several programs compute.
 */
export function printIntrinsics(families: Families, others: Families): Record<string, string> {
  const all = { ...families, ...others };
  const { functions, shared } = tighten(Object.assign({}, ...Object.values(all)));
  const homes = { ...primitives };
  for (const name of Object.keys(shared)) homes[name] = "./shared.js";
  for (const [family, intrinsics] of Object.entries(all)) {
    for (const name of Object.keys(intrinsics)) homes[name] = `./${family}.js`;
  }
  const files = Object.entries(all).map(([family, intrinsics]) => {
    const printed = Object.entries(intrinsics).map(
      ([name, { doc }]): Printed => [name, doc, functions[name] as Tight],
    );
    return [family, printFile(printed, homes)];
  });
  const common = Object.entries(shared).map(
    ([name, tight]): Printed => [name, "Part of several functions.", tight],
  );
  const exports = Object.entries(families).map(([family, intrinsics]) => {
    const names = Object.keys(intrinsics).filter((name) => !intrinsics[name]?.inner);
    return `export { ${names.sort().join(", ")} } from "./${family}.js";\n`;
  });
  return {
    ...Object.fromEntries(files),
    programs: printPrograms(Object.assign({}, ...Object.values(all))),
    shared: printFile(common, homes),
    index: header + exports.join(""),
  };
}

/** The programs as one text, with no more in it than is read to print them for a machine: see program-text.ts. */
function printPrograms(intrinsics: Intrinsics): string {
  const blocks = Object.entries(intrinsics).map(([name, { args, program }]) => {
    const lines = program.split("\n").map((line) => line.replace(/#.*/, "").replaceAll(" ", ""));
    return [[name, ...args].join(" "), ...lines.filter((line) => line !== "")].join("\n");
  });
  return `${header}\nexport const programs = \`\n${blocks.join("\n\n")}\n\`;\n`;
}

type Printed = readonly [name: string, doc: string, tight: Tight];

function printFile(printed: readonly Printed[], homes: Readonly<Record<string, string>>): string {
  const own = new Set(printed.map(([name]) => name));
  const called = new Set(printed.flatMap(([, , tight]) => [...callsOf(tight)]));
  const foreign = [...called].filter((name) => !own.has(name));
  const files = [...new Set(foreign.flatMap((name) => homes[name] ?? []))].sort();
  const imports = files.map((file) => {
    const names = foreign.filter((name) => homes[name] === file).sort();
    return `import { ${names.join(", ")} } from "${file}";\n`;
  });
  return [header + imports.join(""), ...printed.map(printFunction)].join("\n");
}

function printFunction([name, doc, { args, lines, value }]: Printed): string {
  const print = (formula: Formula) => toJs(formula, { call: (name) => builtin[name] ?? name });
  const body = lines.map((line) => `  const ${line.name} = ${print(line.formula)};\n`).join("");
  const parameters = args.map((arg) => `${arg}: number`).join(", ");
  return `/** ${doc} */\nexport function ${name}(${parameters}): number {\n${body}  return ${print(value)};\n}\n`;
}

function callsOf({ lines, value }: Tight): ReadonlySet<string> {
  const found = new Set<string>();
  for (const formula of [...lines.map((line) => line.formula), value]) callsIn(formula, found);
  return found;
}
