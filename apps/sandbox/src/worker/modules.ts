import * as datasets from "@outgrad/datasets";
import * as digits from "@outgrad/datasets/digits";
import * as engine from "@outgrad/engine";
import * as micro from "@outgrad/engine/micro";
import * as random from "@outgrad/engine/random";
import * as gradcheck from "@outgrad/gradcheck";
import * as losses from "@outgrad/losses";
import * as nn from "@outgrad/nn";
import * as ops from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import * as viz from "@outgrad/viz";

/** What code may import, by name. */
export const packages: Readonly<Record<string, object>> = {
  "@outgrad/engine": engine,
  "@outgrad/engine/micro": micro,
  "@outgrad/engine/random": random,
  "@outgrad/nn": nn,
  "@outgrad/losses": losses,
  "@outgrad/gradcheck": gradcheck,
  "@outgrad/viz": viz,
  "@outgrad/datasets": datasets,
  "@outgrad/datasets/digits": digits,
  "@outgrad/ops": ops,
  "@outgrad/ops/intrinsics": intrinsics,
};

/** The classes whose values have a graph. */
export const valueClasses = [engine.Value, micro.Value] as const;

/** A value of either engine. */
export type AnyValue = engine.Value | micro.Value;

export function isValue(thing: unknown): thing is AnyValue {
  return valueClasses.some((kind) => thing instanceof kind);
}

export function isDrawing(thing: unknown): thing is viz.Drawing {
  return thing instanceof viz.Drawing;
}

/** What a picture that is logged says. */
export const wordsOf = (thing: object): string | undefined => (isDrawing(thing) ? thing.text() : undefined);
