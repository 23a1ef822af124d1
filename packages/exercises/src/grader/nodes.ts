import type { Ref, Subject } from "../subject/subject.js";

/** Graphs of one operation are small: what holds more than that holds something else. */
const most = 200;

/** All that a Value is made from, itself first, every node before its inputs; as far as its fields tell. */
export function nodesUnder(subject: Subject, root: Ref): Ref[] {
  const done: Ref[] = [];
  const seen = new Set<Ref>([root]);
  const visit = (node: Ref): void => {
    for (const input of subject.links(node)) {
      if (seen.has(input) || seen.size >= most) continue;
      seen.add(input);
      visit(input);
    }
    done.push(node);
  };
  visit(root);
  return done.reverse();
}
