import type { Structure } from "../../structure/structure.js";
import { structureOf } from "../../structure/structure-of.js";
import type { Refusal, Thrown } from "../subject.js";
import type { Interpreter, World } from "./interpreter.js";
import { statementsOf, withoutMagic } from "./statements.js";
import { thrownOf } from "./thrown.js";

/** A text that has been run. */
export interface Opened {
  readonly world: World;
  readonly structure: Structure;
  /** What of it could not be run and was passed over. */
  readonly skipped: readonly Refusal[];
}

/** What others of the text may need: it must not fail. */
const needed = /^(?:@|(?:async|class|def|from|import)\b)/;

/**
 * Runs a text in a new world, statement by statement. Passed over are the lines of notebooks that are not Python,
 * imports of what MicroPython does not have, and what fails below a definition as the cells of a notebook do: a program
 * that throws below the first, or cannot be read below the last. Anything else that fails refuses the text.
 */
export function openText(interpreter: Interpreter, source: string): Opened | Refusal {
  const structure = structureOf(withoutMagic(source), "python");
  const definitions = [...structure.classes, ...structure.functions].map(({ line }) => line);
  const [first, last] = [Math.min(...definitions), Math.max(...definitions)];
  const world = interpreter.open();
  const skipped: Refusal[] = [];
  for (const { text, line, isMagic } of statementsOf(source)) {
    if (isMagic) {
      skipped.push({ code: "syntax", text: text.trim(), line });
      continue;
    }
    const told = interpreter.call(world, "execute", text, line);
    if (typeof told !== "string") continue;
    const thrown = thrownOf(told.slice(1));
    const isUnread = told.startsWith("!SyntaxError") || told.startsWith("!IndentationError");
    const isUnknown = told.startsWith("!SyntaxError") && !structure.mistake;
    const refusal: Refusal = {
      code: isUnread ? "syntax" : "throws",
      text: isUnknown ? `${thrown.text} (it may be Python that MicroPython does not know)` : thrown.text,
      line: lineOf(source, thrown) ?? line,
    };
    const isAbsent = thrown.text.startsWith("ModuleNotFoundError");
    const isCell = line > last || (line > first && !isUnread && !needed.test(text));
    if (!isAbsent && !isCell) {
      interpreter.close(world);
      return causeOf(refusal, skipped);
    }
    skipped.push(refusal);
  }
  return { world, structure, skipped };
}

/** The line to look at. MicroPython sees that an indentation goes back too far at the end of the line before. */
function lineOf(source: string, { line, text }: Thrown): number | undefined {
  if (line === undefined || !text.includes("unindent")) return line;
  const after = source.split("\n").findIndex((each, index) => index >= line && each.trim() !== "");
  return after < 0 ? line : after + 1;
}

/** A name that is not defined because its import was passed over: that import is what is wrong. */
function causeOf(refusal: Refusal, skipped: readonly Refusal[]): Refusal {
  const absent = skipped.find(({ text }) => text.startsWith("ModuleNotFoundError"));
  return absent && refusal.text.startsWith("NameError") ? absent : refusal;
}
