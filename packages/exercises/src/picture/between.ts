import type { Ref, Subject } from "../subject/subject.js";

/** What lies between a value and the inputs that the program gave it: `a - b` may be computed as `a + (-b)`. */
export interface Between {
  /** The program's values that were reached, by number. */
  readonly inputs: ReadonlySet<number>;
  /** The learner's own values on the way, the value itself first: each before what it was computed from. */
  readonly path: readonly Ref[];
}

/** More values than this between two of the program's are not looked at. */
const most = 200;

/** Follows a value's links down to the values that the program knows. */
export function between(subject: Subject, value: Ref, known: ReadonlySet<number>): Between {
  const inputs = new Set<number>();
  const done: Ref[] = [];
  const seen = new Set<number>();
  const visit = (node: Ref): void => {
    if (seen.has(node.ref) || seen.size === most) return;
    seen.add(node.ref);
    for (const link of subject.links(node)) {
      if (link.ref !== value.ref && known.has(link.ref)) inputs.add(link.ref);
      else visit(link);
    }
    done.push(node);
  };
  visit(value);
  return { inputs, path: done.reverse() };
}
