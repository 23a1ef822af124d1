import { dunderOf } from "../../dunders.js";
import type { Structure } from "../../structure/structure.js";
import type { Operation, Outcome, Ref, Refusal, Subject, Thing } from "../subject.js";
import type { DriverFunction } from "./driver-functions.js";
import type { Got, Interpreter, World } from "./interpreter.js";
import { type Opened, openText } from "./opening.js";
import { thrownOf } from "./thrown.js";

const symbols: Partial<Record<Operation, string>> = {
  add: "+",
  radd: "+",
  mul: "*",
  rmul: "*",
  sub: "-",
  rsub: "-",
  div: "/",
  rdiv: "/",
  pow: "**",
};

/** The method that an operation calls. */
const methodOf = (operation: Operation): string => dunderOf(operation) ?? operation;

/** The Value class of a text of Python. */
export function pythonSubject(interpreter: Interpreter, source: string): Subject | Refusal {
  const opened = openText(interpreter, source);
  if ("code" in opened) return opened;
  const isChosen = candidatesOf(opened.structure).some(
    (name) => interpreter.call(opened.world, "choose", name) !== null,
  );
  if (!isChosen) {
    interpreter.close(opened.world);
    return opened.skipped[0] ?? { code: "no-class", text: "" };
  }
  return subjectOf(interpreter, source, opened);
}

/** The classes that may be the one: the one called Value, then those that can add or go backward, then any. */
function candidatesOf({ classes }: Structure): string[] {
  const likely = classes.filter(({ methods }) =>
    methods.some(({ name }) => /^(?:__add__|__mul__|backward)$/.test(name)),
  );
  return ["Value", ...[...likely, ...(classes.length === 1 ? classes : [])].map(({ name }) => name)];
}

function subjectOf(interpreter: Interpreter, source: string, { world, structure, skipped }: Opened): Subject {
  const call = interpreter.call.bind(interpreter, world);
  const refs: Ref[] = [];
  const refOf = (index: number): Ref => {
    refs[index] ??= { ref: index };
    return refs[index];
  };
  const thingOf = (got: Got): Thing => {
    if (got === null) return { kind: "nothing" };
    if (typeof got === "number") return { kind: "number", number: got };
    if (typeof got === "object") return { kind: "value", ref: refOf(got.ref) };
    if (got === "f") return { kind: "function" };
    const [called = "", text = ""] = got.slice(1).split("\0");
    return { kind: "other", called, text };
  };
  const outcomeOf = (got: Got): Outcome =>
    typeof got === "string" && got.startsWith("!")
      ? { thrown: thrownOf(got.slice(1)) }
      : { thing: thingOf(got) };
  /** The words of an answer that is plain text. */
  const wordsOf = (got: Got): string[] =>
    typeof got === "string" && got.length > 1 ? got.slice(1).split(" ") : [];

  return {
    language: "python",
    source,
    structure,
    skipped,
    names: new Set(wordsOf(call("names"))),
    methodOf,
    show(operation, [first = "", second = ""]) {
      const symbol = symbols[operation];
      if (symbol) return `${first} ${symbol} ${second}`;
      return operation === "neg" ? `-${first}` : `${first}.${operation}()`;
    },
    make: (data) => outcomeOf(call("make", data)),
    apply: (operation, operands) => outcomeOf(call(`op_${operation}` as DriverFunction, ...operands)),
    read: (value, field) => thingOf(call("read", value, field)),
    write: (value, field, thing) => void call("write", value, field, thing),
    links: (value) => wordsOf(call("links", value)).map((index) => refOf(Number(index))),
    holder: (value) => wordsOf(call("holder", value))[0] as ReturnType<Subject["holder"]>,
    call: (value, method) => outcomeOf(call("method", value, method)),
    attach: (value, field, run) => void call("attach", value, field, () => void run()),
    link: (value, inputs) => call("link", value, inputs.map(({ ref }) => ref).join(" ")) !== null,
    replace: (operation, by) => replace(call, refOf, operation, by),
    run: (text, result) => outcomeOf(call("run", text, result)),
    close: () => interpreter.close(world),
  };
}

type Call = (
  name: DriverFunction,
  ...given: Parameters<Interpreter["call"]> extends [World, DriverFunction, ...infer G] ? G : never
) => Got;

function replace(
  call: Call,
  refOf: (index: number) => Ref,
  operation: Operation,
  by: ((operands: readonly (Ref | number)[]) => Ref) | undefined,
): boolean {
  const method = methodOf(operation);
  call("put_back", method);
  if (!by) return true;
  const taken = (): (Ref | number)[] => {
    const operands: (Ref | number)[] = [];
    for (;;) {
      const got = call("taken", operands.length);
      if (got === null || typeof got === "string") return operands;
      operands.push(typeof got === "number" ? got : refOf(got.ref));
    }
  };
  const isReversed = operation.startsWith("r");
  return call("replace", method, isReversed ? 1 : 0, () => by(taken())) === null;
}
