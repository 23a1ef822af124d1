import { describe } from "./describe.js";

/** The sentence for an operand that is neither a Value nor a number. */
export function operandError(op: string, found: unknown): TypeError {
  return new TypeError(`Value.${op}: expected a Value or a number, got ${typed(found)}.${hint(found)}`);
}

/** The sentence for a value that must be a plain number. */
export function numberError(where: string, found: unknown): TypeError {
  return new TypeError(`${where}: expected a number, got ${typed(found)}.${hint(found)}`);
}

/** The sentence for `a + b` on Values: JavaScript would turn both into strings or numbers and lose the graph. */
export function operatorError(): TypeError {
  return new TypeError(
    "JavaScript operators do not work on Values and would lose the graph: write a.add(b) for a + b, a.mul(b) for " +
      "a * b, a.data < b.data for a < b, and so on.",
  );
}

/** What could be taken for a number is named by its type. */
function typed(found: unknown): string {
  const type = typeof found;
  return type === "string" || type === "bigint" ? `the ${type} ${describe(found)}` : describe(found);
}

function hint(found: unknown): string {
  if (found === undefined) return " Did a function forget to return?";
  if (typeof found === "string") return " Convert it with Number(...) first.";
  if (Array.isArray(found)) return " Use one of its elements, or sum, mean or dot over all of them.";
  if (typeof found === "function") return " Did you forget to call it?";
  if (typeof found === "object" && found?.constructor?.name === "Value") {
    return " It is a Value of another engine; use the Values of one engine in one graph.";
  }
  return "";
}
