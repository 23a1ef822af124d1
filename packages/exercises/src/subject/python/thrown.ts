import type { Thrown } from "../subject.js";

/** What the driver calls the learner's text. */
const place = /File "value\.py", line (\d+)/g;

/** Names of MicroPython's operators in what it says of types that do not go together. */
const operators: Readonly<Record<string, string>> = {
  __add__: "+",
  __sub__: "-",
  __mul__: "*",
  __truediv__: "/",
  __floordiv__: "//",
  __mod__: "%",
  __matmul__: "@",
  __pow__: "** or pow()",
  __lt__: "<",
  __gt__: ">",
  __le__: "<=",
  __ge__: ">=",
};

/** Reads what the driver says of an error: its class, a zero and its traceback. */
export function thrownOf(told: string): Thrown {
  const [type = "", traceback = ""] = told.split("\0");
  const line = [...traceback.matchAll(place)].at(-1)?.[1];
  const frames = [...traceback.matchAll(/^ {2}File .*$/gm)].at(-1);
  const said = (frames ? traceback.slice(frames.index + frames[0].length) : traceback).trim();
  const text = wordsOf(said);
  return { ...kindOf(type, text), text, ...(line !== undefined && { line: Number(line) }) };
}

/** What Python itself says where MicroPython says it in other words. */
function wordsOf(said: string): string {
  return said
    .replace(
      /^RuntimeError: (maximum recursion depth|pystack exhausted).*/,
      "RecursionError: maximum recursion depth exceeded",
    )
    .replace(/^(\w+):$/, "$1")
    .replace(
      "TypeError: unsupported types for __or__: 'type', 'type'",
      "TypeError: MicroPython, which runs this, has no `int | float` for isinstance: write `(int, float)`",
    )
    .replace(/^(NameError: name '.*') isn't defined$/, "$1 is not defined")
    .replace(/^(TypeError: .*) object isn't callable$/, "$1 object is not callable")
    .replace(/^ImportError: no module named/, "ModuleNotFoundError: No module named")
    .replace(/^ImportError: can't import name (.*)$/, "ImportError: cannot import name '$1'")
    .replace(
      "unindent doesn't match any outer indent level",
      "unindent does not match any outer indentation level",
    )
    .replace("ZeroDivisionError: divide by zero", "ZeroDivisionError: division by zero")
    .replace(/arguments but 1 were given$/, "arguments but 1 was given")
    .replace(
      /^TypeError: unsupported types for (__\w+__): ('.*'), ('.*')$/,
      (_, method: string, left: string, right: string) =>
        operators[method]?.startsWith("<") || operators[method]?.startsWith(">")
          ? `TypeError: '${operators[method]}' not supported between instances of ${left} and ${right}`
          : `TypeError: unsupported operand type(s) for ${operators[method] ?? method}: ${left} and ${right}`,
    )
    .replace(
      /^TypeError: unsupported type for __neg__: ('.*')$/,
      "TypeError: bad operand type for unary -: $1",
    );
}

function kindOf(type: string, text: string): Pick<Thrown, "kind" | "name"> {
  switch (type) {
    case "RecursionError":
      return { kind: "recursion" };
    case "RuntimeError":
      return { kind: text.startsWith("RecursionError") ? "recursion" : "other" };
    case "AttributeError":
      return named("no-method", /has no attribute '(.*)'/.exec(text)?.[1]);
    case "NameError":
      return named("no-name", /name '(.*)' is not defined/.exec(text)?.[1]);
    case "TypeError":
      return { kind: "type" };
    case "AssertionError":
      return { kind: "assertion" };
    case "ZeroDivisionError":
    case "OverflowError":
    case "ValueError":
    case "ArithmeticError":
      return { kind: "arithmetic" };
    default:
      return { kind: "other" };
  }
}

const named = (kind: Thrown["kind"], name: string | undefined): Pick<Thrown, "kind" | "name"> =>
  name === undefined ? { kind } : { kind, name };
