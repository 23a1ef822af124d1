// npm run example <name> [-- options]
import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["lib", "node_modules"].includes(entry.name))
  .map(({ name }) => name);
const [name, ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`Which one? npm run example ${names.join(" | ")}`);
  process.exit(2);
}
process.argv.splice(2, process.argv.length, ...rest);
await import(`./${name}/main.mjs`);
