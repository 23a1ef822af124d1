import { ADD } from "../../generated/codes.js";
import type { Program } from "../program.js";
import { usesOf } from "../uses.js";
import type { Groups } from "./groups.js";

/** A sum of fewer terms is left as it is. */
const fewest = 4;

/** Sums that a loop or `sum` added up term by term: ((t0 + t1) + t2) + ..., each partial sum used only by the next. */
export interface Chains {
  /** Of a chain's last sum the number of terms; 0 for every other node. */
  readonly terms: Int32Array;
  /** Whether the node is a partial sum of a chain, which nobody else needs. */
  readonly inside: Uint8Array;
  /** The partial sum that a sum goes on from, or -1. */
  readonly before: Int32Array;
}

/** The chains among the nodes that stand alone. */
export function chainsOf(program: Program, { group }: Groups): Chains {
  const { segment, length } = program;
  const { code, first, second } = segment;
  const uses = usesOf(program);
  const isSum = (k: number): boolean => code[k] === ADD && group[k] === -1;
  const terms = new Int32Array(length);
  const inside = new Uint8Array(length);
  const before = new Int32Array(length).fill(-1);
  for (let k = 0; k < length; k++) {
    if (!isSum(k)) continue;
    const a = first[k] as number;
    const b = second[k] as number;
    const from = isSum(a) && uses[a] === 1 ? a : isSum(b) && uses[b] === 1 ? b : -1;
    before[k] = from;
    terms[k] = 2;
    if (from < 0) continue;
    terms[k] = (terms[from] as number) + 1;
    inside[from] = 1;
  }
  for (let k = length - 1; k >= 0; k--) {
    if (terms[k] === 0 || inside[k] === 1) continue;
    const isChain = (terms[k] as number) >= fewest;
    if (!isChain) terms[k] = 0;
    for (let link = before[k] as number; link >= 0; link = before[link] as number) {
      inside[link] = isChain ? 1 : 0;
      terms[link] = 0;
    }
  }
  return { terms, inside, before };
}

/** The terms of the chain that ends with a sum, in the order of addition. */
export function termsOf({ segment }: Program, { terms, before }: Chains, last: number): Int32Array {
  const { first, second } = segment;
  const found = new Int32Array(terms[last] as number);
  let place = found.length;
  for (let k = last; ; k = before[k] as number) {
    const from = before[k] as number;
    const other = first[k] === from ? second[k] : first[k];
    found[--place] = other as number;
    if (from >= 0) continue;
    found[0] = first[k] as number;
    found[1] = second[k] as number;
    return found;
  }
}
