import type { Consumer, Resolution } from "./consumer.ts";
import type { Entry } from "./entries.ts";

/** What each program prints when all is well: a line for each entry that gives something. */
export const listed = (entries: readonly Entry[]): string =>
  entries.map(({ specifier }) => `${specifier}\n`).join("");

const numbered = (entries: readonly Entry[]) =>
  entries.map(({ specifier }, i) => ({ specifier, name: `m${i}` }));

const print = (entries: readonly Entry[]) =>
  numbered(entries)
    .map(({ specifier, name }) => `if (Object.keys(${name}).length > 0) console.log("${specifier}");\n`)
    .join("");

/** What a program that imports these entries prints. */
export function imported(consumer: Consumer, entries: readonly Entry[]): Promise<string> {
  const imports = numbered(entries).map(
    ({ specifier, name }) => `import * as ${name} from "${specifier}";\n`,
  );
  consumer.write("esm.mjs", imports.join("") + print(entries));
  return consumer.run("esm.mjs");
}

/** What a program of CommonJS that requires these entries prints. */
export function required(consumer: Consumer, entries: readonly Entry[]): Promise<string> {
  const requires = numbered(entries).map(
    ({ specifier, name }) => `const ${name} = require("${specifier}");\n`,
  );
  consumer.write("cjs.cjs", requires.join("") + print(entries));
  return consumer.run("cjs.cjs");
}

/** The compiler's complaints about a module that imports these entries, and under nodenext one of CommonJS too. */
export function typeChecked(consumer: Consumer, entries: readonly Entry[], how: Resolution): Promise<string> {
  const list = numbered(entries);
  const uses = `export const all = [${list.map(({ name }) => name).join(", ")}];\n`;
  const imports = list.map(({ specifier, name }) => `import * as ${name} from "${specifier}";\n`);
  consumer.write("index.mts", imports.join("") + uses);
  const requires = list.map(({ specifier, name }) => `import ${name} = require("${specifier}");\n`);
  consumer.write("index.cts", requires.join("") + uses);
  return consumer.typeCheck(how, how === "nodenext" ? ["index.mts", "index.cts"] : ["index.mts"]);
}

/** The names that importing these entries adds to the global object and to what stands there by itself. */
export async function traces(consumer: Consumer, entries: readonly Entry[]): Promise<string[]> {
  consumer.write(
    "traces.mjs",
    `
const keys = (object) => (Object(object) === object ? Reflect.ownKeys(object).map(String) : []);
const names = () =>
  new Set(
    Object.getOwnPropertyNames(globalThis).flatMap((name) => {
      // Node makes some of them when they are first read.
      const found = globalThis[name];
      if (found === globalThis) return [name];
      const own = keys(found).map((key) => name + "." + key);
      return [name, ...own, ...keys(found?.prototype).map((key) => name + ".prototype." + key)];
    }),
  );
const before = names();
for (const specifier of ${JSON.stringify(entries.map(({ specifier }) => specifier))}) await import(specifier);
console.log(JSON.stringify([...names()].filter((name) => !before.has(name))));
`,
  );
  return JSON.parse(await consumer.run("traces.mjs"));
}
