import { structureOf } from "../structure/structure-of.js";
import { type Class, type Evaluated, evaluateTypescript, Unreadable } from "./evaluate.js";
import { Refs } from "./refs.js";
import type { Operation, Outcome, Ref, Refusal, Subject, Thing } from "./subject.js";
import { thrownOf } from "./thrown.js";

const reversed = new Set<Operation>(["radd", "rmul", "rsub", "rdiv"]);

/** The learner's class, from a text of TypeScript, evaluated in this realm: call it only where a learner's code may run. */
export function typescriptSubject(text: string): Subject | Refusal {
  const structure = structureOf(text, "typescript");
  const names = structure.classes.map(({ name }) => name).filter((name) => name !== "");
  let evaluated: Evaluated;
  try {
    evaluated = evaluateTypescript(text, names);
  } catch (error) {
    if (error instanceof Unreadable)
      return refusal("syntax", error.message, error.line ?? structure.mistake?.line);
    const { text: words, line } = thrownOf(error);
    return refusal("throws", words, line);
  }
  const found = valueClass(evaluated, names);
  return found ? subjectOf(text, structure, found, evaluated) : refusal("no-class", "", undefined);
}

const refusal = (code: Refusal["code"], text: string, line: number | undefined): Refusal => ({
  code,
  text,
  ...(line !== undefined && { line }),
});

/** The class that is exported or called Value; else the only one, or the only one that the others extend. */
function valueClass({ exported, classes }: Evaluated, names: readonly string[]): Class | undefined {
  const isClass = (thing: unknown): thing is Class => typeof thing === "function";
  const get = (from: Readonly<Record<string, unknown>>, name: string): unknown => {
    try {
      return from[name];
    } catch {
      return undefined;
    }
  };
  const candidates = [get(classes, "Value"), get(exported, "Value"), get(exported, "default")].filter(
    isClass,
  );
  if (candidates[0]) return candidates[0];
  const all = names.map((name) => get(classes, name)).filter(isClass);
  const roots = all.filter((each) => !all.includes(Object.getPrototypeOf(each) as Class));
  return roots.length === 1 ? roots[0] : undefined;
}

/** What a function gives, or what it throws. */
function attempt(run: () => Thing): Outcome {
  try {
    return { thing: run() };
  } catch (error) {
    return { thrown: thrownOf(error) };
  }
}

function orElse<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a method that there is not throws, as it does for a learner
type Methods = Record<string, any>;

function subjectOf(
  source: string,
  structure: Subject["structure"],
  Value: Class,
  evaluated: Evaluated,
): Subject {
  const refs = new Refs((thing) => thing instanceof Value);
  const given = (operand: Ref | number | undefined): unknown =>
    typeof operand === "object" ? refs.objectOf(operand) : operand;
  const taken = (thing: unknown): Ref | number =>
    typeof thing === "object" && thing instanceof Value ? refs.refOf(thing) : Number(thing);
  const inOrder = <T>(operation: Operation, operands: readonly T[]): readonly T[] =>
    reversed.has(operation) ? operands.toReversed() : operands;
  const put = (ref: Ref, field: string, thing: unknown): void => {
    orElse(() => Reflect.set(refs.objectOf(ref), field, thing), false);
  };
  const own = new Map<Operation, PropertyDescriptor | undefined>();
  const fieldsOf = (ref: Ref): [string, unknown][] => {
    const object = refs.objectOf(ref);
    return orElse(() => Reflect.ownKeys(object), [])
      .filter((key): key is string => typeof key === "string")
      .map((key) => [key, orElse(() => object[key], undefined)]);
  };
  const inputsField = (ref: Ref): string | undefined => {
    const fields = fieldsOf(ref);
    const named = fields.find(([name, held]) => name === "_prev" && isContainer(held));
    return (named ??
      fields.find(([, held]) => refs.valuesIn(held).length > 0) ??
      fields.find(([, held]) => isContainer(held)))?.[0];
  };

  return {
    language: "typescript",
    source,
    structure,
    names: namesOf(Value),
    methodOf: (operation) => operation,
    show: (operation, operands) => {
      const [self, ...others] = inOrder(operation, operands);
      return `${self}.${operation}(${others.join(", ")})`;
    },
    make: (data) => attempt(() => refs.thingOf(new Value(data))),
    apply: (operation, operands) =>
      attempt(() => {
        const [self, ...others] = inOrder(operation, operands).map(given);
        const method = (self as Methods)[operation];
        if (typeof method !== "function") throw new TypeError(`${operation} is not a function`);
        return refs.thingOf(method.apply(self, others));
      }),
    read: (ref, field) => orElse<Thing>(() => refs.thingOf(refs.objectOf(ref)[field]), { kind: "nothing" }),
    write: (ref, field, thing) => put(ref, field, given(thing)),
    links: (ref) => orElse(() => fieldsOf(ref).flatMap(([, held]) => refs.valuesIn(held)), []),
    holder: (ref) => {
      const held = fieldsOf(ref).find(([, each]) => refs.valuesIn(each).length > 0)?.[1];
      if (held === undefined) return undefined;
      return Array.isArray(held) ? "list" : held instanceof Set ? "set" : "other";
    },
    call: (ref, method) => attempt(() => refs.thingOf((refs.objectOf(ref) as Methods)[method]())),
    attach: (ref, field, run) => put(ref, field, run),
    link: (ref, inputs) =>
      orElse(() => {
        const field = inputsField(ref);
        if (field === undefined) return false;
        const values = inputs.map((input) => refs.objectOf(input));
        const object = refs.objectOf(ref);
        object[field] = object[field] instanceof Set ? new Set(values) : values;
        return true;
      }, false),
    replace: (operation, by) =>
      orElse(() => {
        const prototype = Value.prototype as object;
        if (!own.has(operation)) own.set(operation, Object.getOwnPropertyDescriptor(prototype, operation));
        const before = own.get(operation);
        const ours = function (this: object, ...others: unknown[]): unknown {
          const operands = inOrder(operation, [this, ...others].map(taken));
          return refs.objectOf((by as NonNullable<typeof by>)(operands));
        };
        if (by)
          Object.defineProperty(prototype, operation, { value: ours, configurable: true, writable: true });
        else if (before) Object.defineProperty(prototype, operation, before);
        else Reflect.deleteProperty(prototype, operation);
        return true;
      }, false),
    run: (text, result) => attempt(() => refs.thingOf(evaluated.run(`${text}\n;(${result});`))),
    close: () => refs.clear(),
  };
}

const isContainer = (held: unknown): boolean => Array.isArray(held) || held instanceof Set;

function namesOf(Value: Class): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (thing: object | null): void => {
    if (thing === null || thing === Object.prototype) return;
    for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(thing))) {
      if (name !== "constructor" && (typeof value === "function" || get)) names.add(name);
    }
    look(Object.getPrototypeOf(thing));
  };
  orElse(() => look(Value.prototype as object), undefined);
  // A field that holds a function is a method for its users.
  orElse(() => {
    for (const [name, held] of Object.entries(new Value(1))) if (typeof held === "function") names.add(name);
  }, undefined);
  return names;
}
