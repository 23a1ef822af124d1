import type { Value } from "./value.js";

/** What a leaf holds for itself, outside any segment, so that it outlives every graph it takes part in. */
export class Leaf {
  grad = 0;
  hasGrad = false;
  declare label: string;
  declare readonly id: number;
  /** The backward pass that last reached the leaf, and the gradient that this pass has added up so far. */
  pass = 0;
  passGrad = 0;
  declare private number: number;
  /** Where the number is kept if not here, and its place there. */
  home: Home | null = null;
  at = 0;

  constructor(data: number, label: string, id: number) {
    this.number = data;
    this.label = label;
    this.id = id;
  }

  get data(): number {
    return this.home === null ? this.number : (this.home.numbers[this.at] as number);
  }

  set data(data: number) {
    if (this.home === null) this.number = data;
    else this.home.numbers[this.at] = data;
  }

  /** Told when the leaf becomes part of the open segment, which from then on relies on its number. */
  imported(): void {
    if (this.home !== null) this.home.isRead = true;
  }
}

/**
 * Where a compiled function keeps the numbers of its leaves, so that a step need not fetch and return them. A leaf lives
 * in the home of the function that was called last.
 */
export class Home {
  readonly numbers: Float64Array;
  /** Whether all of the leaves still live here. */
  isComplete = false;
  /** Whether a graph may have been recorded with the numbers since this was last set to false. */
  isRead = true;

  constructor(numbers: Float64Array) {
    this.numbers = numbers;
  }
}

/** From now on a leaf's number is the one in a home. A function: a page that compiles nothing does without. */
export function moveTo(leaf: Leaf, home: Home, at: number): void {
  const { data } = leaf;
  if (leaf.home !== null) leaf.home.isComplete = false;
  home.isRead = true;
  leaf.home = home;
  leaf.at = at;
  leaf.data = data;
}

/** The Leaf of a leaf Value that was no more than a number until now. */
export function grown(value: Value): Leaf {
  const { leaf } = value;
  if (typeof leaf !== "number") return leaf as Leaf;
  value.leaf = new Leaf(leaf, "", value.index);
  return value.leaf;
}
