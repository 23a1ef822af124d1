import type { Answer, Plain, Program } from "../program.js";
import type { Refusal } from "../subject.js";
import type { Interpreter, World } from "./interpreter.js";
import { openText } from "./opening.js";
import { thrownOf } from "./thrown.js";

/** The functions of a text of Python, by their names. */
export function pythonProgram(interpreter: Interpreter, source: string): Program | Refusal {
  const opened = openText(interpreter, source);
  if ("code" in opened) return opened;
  const { world, skipped } = opened;
  return {
    language: "python",
    source,
    skipped,
    has: (name) => interpreter.call(world, "has", name) !== null,
    call: (name, args) => invoke(interpreter, world, name, args),
    close: () => interpreter.close(world),
  };
}

/** How plain data goes through JSON: a number that JSON may not keep bit for bit is `{ d }`, its place among the floats. */
type Packed = number | string | boolean | null | { d: number } | Packed[];

function invoke(interpreter: Interpreter, world: World, name: string, args: readonly Plain[]): Answer {
  const pack = (plain: Plain): Packed => {
    if (typeof plain === "object" && plain !== null) return plain.map(pack);
    if (typeof plain !== "number" || (Number.isSafeInteger(plain) && !Object.is(plain, -0))) return plain;
    return { d: (interpreter.call(world, "push", plain) as { ref: number }).ref };
  };
  const unpack = (packed: Packed): Plain => {
    if (Array.isArray(packed)) return packed.map(unpack);
    return typeof packed === "object" && packed !== null
      ? (interpreter.call(world, "pull", packed.d) as number)
      : packed;
  };

  const told = interpreter.call(world, "invoke", name, JSON.stringify(args.map(pack)));
  if (typeof told !== "string") throw new Error(`Python's answer to ${name} cannot be read`);
  if (told.startsWith("!")) return { thrown: thrownOf(told.slice(1)) };
  if (told.startsWith("o")) return { other: told.slice(1).replace("\0", "") };
  return { plain: unpack(JSON.parse(told.slice(1)) as Packed) };
}
