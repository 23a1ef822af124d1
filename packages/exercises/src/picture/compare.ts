import type { Ref, Subject } from "../subject/subject.js";
import { between } from "./between.js";
import { localOf, near, passOn } from "./local.js";
import { numberIn, type Own, ownOf } from "./own.js";
import type { Difference, Picture, PictureNode } from "./picture.js";
import { programFor } from "./programs.js";
import { rightOf } from "./right.js";

/**
 * The learner's class beside the reference engine on a small program: which values it computes, which links it keeps,
 * and what it passes along every edge. Undefined where a graph shows nothing, or the class cannot even make its leaves.
 */
export function pictureOf(subject: Subject, topic: string, code?: string): Picture | undefined {
  const program = programFor(topic, code);
  if (!program) return undefined;
  const right = rightOf(program);
  const values = ownOf(subject, right);
  if (!right.every(({ op }, place) => op !== "" || place < values.length)) return undefined;
  const data = values.map((value) => (typeof value === "number" ? value : numberIn(subject, value, "data")));
  const locals = values.map((_, place) => localOf(subject, right, values, place));
  const grads = gradsOf(subject, values);
  return {
    program: program.text,
    right,
    own: values.map((_, place) => ({
      ...(right[place] as PictureNode),
      data: data[place] as number,
      grad: grads[place] as number,
      inputs: (locals[place] as (typeof locals)[number]).inputs,
    })),
    difference:
      wrongValue(right, data) ??
      locals.findLast(({ difference }) => difference !== null)?.difference ??
      wrongGrad(right, grads),
  };
}

function wrongValue(right: readonly PictureNode[], data: readonly number[]): Difference | null {
  const to = right.findIndex((node, place) => {
    const seen = data[place];
    return seen === undefined || !near(seen, node.data);
  });
  if (to < 0) return null;
  const seen = data[to];
  return { kind: "value", to, ...(seen !== undefined && { seen }), wanted: (right[to] as PictureNode).data };
}

/** The gradients that the class leaves by its own backward(), or if it has none, by passing on in the right order. */
function gradsOf(subject: Subject, values: readonly Own[]): readonly number[] {
  const refs = values.filter((value): value is Ref => typeof value !== "number");
  const known = new Set(refs.map(({ ref }) => ref));
  const paths = refs.map((ref) => between(subject, ref, known).path);
  const clear = () => {
    for (const ref of [...refs, ...paths.flat()]) subject.write(ref, "grad", 0);
  };
  const last = refs.at(-1) as Ref;
  clear();
  if (!("thing" in subject.call(last, "backward"))) {
    clear();
    subject.write(last, "grad", 1);
    for (const path of paths.toReversed()) passOn(subject, path);
  }
  return values.map((value) => (typeof value === "number" ? 0 : numberIn(subject, value, "grad")));
}

/** The first wrong gradient on the way back, with the edge that is the last to bring something. */
function wrongGrad(right: readonly PictureNode[], grads: readonly number[]): Difference | null {
  const wrong = right.findLastIndex(
    ({ grad, isConstant }, place) => !isConstant && !near(grads[place] as number, grad),
  );
  if (wrong < 0) return null;
  const to = right.findIndex(({ inputs }) => inputs.some(({ node }) => node === wrong));
  const index = (right[to] as PictureNode | undefined)?.inputs.findLastIndex(({ node }) => node === wrong);
  return {
    kind: "grad",
    ...(index === undefined ? { to: wrong } : { to, index }),
    seen: grads[wrong] as number,
    wanted: (right[wrong] as PictureNode).grad,
  };
}
