// Prints the programs of src/optim/programs.ts as src/generated/rules.ts. Pure: programs in, text out.

const header = `// Written by \`pnpm generate\` from src/optim/programs.ts: do not edit.
// Each program as a loop over arrays, in which every line is one of the program's.
import * as programs from "../optim/programs.js";
import type { Rule } from "../optim/rule.js";
`;

/** The functions that JavaScript has itself, exact by its standard. */
const calls = { abs: "Math.abs", floor: "Math.floor", sqrt: "Math.sqrt" };

/** What a program reads before its own line for it, and the names of its lines, each in their order. */
function namesOf(lines, { namesIn }) {
  const [read, written] = [new Set(), new Set()];
  for (const { name, formula } of lines) {
    for (const used of namesIn(formula)) if (!written.has(used)) read.add(used);
    written.add(name);
  }
  return { read: [...read], written: [...written] };
}

const union = (names) => names.map((name) => `"${name}"`).join(" | ");

function printRule(name, program, tools) {
  const lines = tools.parseProgram(program);
  const { read, written } = namesOf(lines, tools);
  const arrays = read.filter((each) => ["p", "grad"].includes(each) || written.includes(each));
  const numbers = read.filter((each) => !arrays.includes(each));
  const memory = arrays.filter((each) => each !== "p" && each !== "grad");
  const changed = arrays.filter((each) => written.includes(each));
  const call = (each) => {
    if (each in calls) return calls[each];
    throw new Error(`${name} calls ${each}, and loops know only ${Object.keys(calls).join(", ")}.`);
  };
  return `
export const ${name}: Rule<${union(arrays)}, ${union(numbers)}> = {
  program: programs.${name},
  memory: [${memory.map((each) => `"${each}"`).join(", ")}],
  loop(from, to, { ${arrays.map((each) => `${each}: ${each}s`).join(", ")} }, { ${numbers.join(", ")} }) {
    for (let i = from; i < to; i++) {
${arrays.map((each) => `${changed.includes(each) ? "let" : "const"} ${each} = ${each}s[i]!;\n`).join("")}
${lines.map((line) => `${arrays.includes(line.name) ? "" : "const "}${line.name} = ${tools.toJs(line.formula, { call })};\n`).join("")}
${changed.map((each) => `${each}s[i] = ${each};\n`).join("")}    }
  },
};
`;
}

/** The text of src/generated/rules.ts, before it is formatted. */
export const printRules = (programs, tools) =>
  header +
  Object.keys(programs)
    .sort()
    .map((name) => printRule(name, programs[name], tools))
    .join("");
