import type { Order } from "./address.ts";
import type { Leaves } from "./circuit.ts";

/** A person's program with the numbers of the sliders in its `value(x, "name")` calls; others stand in a comment. */
export function programAsCode(code: string, overrides: Leaves, order: Order = "topological"): string {
  const missing = new Map(overrides);
  const call = /(?<![\w$.])(value\(\s*)([^(),"'`]+?)(\s*,\s*)(["'`])([^"'`\n]*)\4/g;
  const lines = code.split("\n").map((line) => {
    if (line.trimStart().startsWith("//")) return line;
    return line.replace(call, (whole, before, _, between, quote, name) => {
      const number = overrides.get(name);
      if (number === undefined) return whole;
      missing.delete(name);
      return before + number + between + quote + name + quote;
    });
  });
  const list = [...missing].map(([name, number]) => `// ${name} = ${number}`);
  const notes = [
    ...(order === "recursive" ? [otherOrder] : []),
    ...(list.length > 0 ? ["// On the screen sliders gave these leaves other numbers:", ...list] : []),
  ];
  return [...notes, ...(notes.length > 0 ? [""] : []), ...lines].join("\n");
}

const otherOrder =
  "// The screen shows the order of a naive recursion; backward() gives the right gradients.";
