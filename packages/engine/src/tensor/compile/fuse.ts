import type { Backend, ElementwiseStep } from "../backend.js";
import type { Floats } from "../dtype.js";
import type { Strided } from "../strided.js";

/** Something to be done at every run. */
export interface Step {
  run(): void;
  /** The arrays that it reads. */
  readonly reads: readonly Floats[];
  /** What it is, if it is elementwise and its result has an array of its own. */
  readonly element: ElementwiseStep | null;
}

/** More would need more room than a cache near the processor has. */
const most = { statements: 16, arrays: 10 } as const;

/**
 * The steps as functions to be called in order, with those of a chain of elementwise steps as one where the backend can.
 * Results that no other step reads and that are not `kept` are then not written at all.
 */
export function fused(
  steps: readonly Step[],
  kept: ReadonlySet<Floats>,
  backend: Pick<Backend, "fuse">,
): (() => void)[] {
  const readers = new Map<Floats, Set<Step>>();
  for (const step of steps) {
    for (const data of step.reads) readers.set(data, (readers.get(data) ?? new Set()).add(step));
  }
  return groups(steps).flatMap((group) => {
    const elements = group.map(({ element }) => element as ElementwiseStep);
    const inside = new Set(group);
    const isStored = ({ result: { data } }: ElementwiseStep) =>
      kept.has(data) || [...(readers.get(data) ?? [])].some((reader) => !inside.has(reader));
    const one = group.length > 1 && backend.fuse?.(elements, new Set(elements.filter(isStored)));
    return one ? [one] : group.map((step) => () => step.run());
  });
}

/** The steps in their order, those that can be one function together. */
function groups(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  let open: Group | null = null;
  for (const step of steps) {
    if (open?.takes(step)) continue;
    open = new Group(step);
    found.push(open.steps);
  }
  return found;
}

/** A chain in the making. */
class Group {
  readonly steps: Step[];
  readonly #first: ElementwiseStep | null;
  readonly #results = new Set<Floats>();
  readonly #inputs = new Set<Floats>();

  constructor(step: Step) {
    this.steps = [];
    this.#first = step.element;
    if (!this.takes(step)) {
      this.#first = null;
      this.steps.push(step);
    }
  }

  /** Adds a step, if it fits. */
  takes(step: Step): boolean {
    const { element } = step;
    if (element === null || this.#first === null || this.steps.length === most.statements) return false;
    const { dtype, size } = this.#first.result;
    const { result, operands } = element;
    if (result.dtype !== dtype || result.size !== size) return false;
    if (!operands.every((operand) => this.#fits(operand, size))) return false;
    const inputs = operands.filter(({ data }) => !this.#results.has(data));
    const arrays = new Set([...this.#inputs, ...inputs.map(({ data }) => data)]).size + this.#results.size;
    if (arrays >= most.arrays && this.steps.length > 0) return false;
    for (const { data } of inputs) this.#inputs.add(data);
    this.#results.add(result.data);
    this.steps.push(step);
    return true;
  }

  /** Whether an operand goes along with the result, or is one number that no step of the chain makes. */
  #fits({ contiguous, size, strides, data }: Strided, all: number): boolean {
    if (contiguous && size === all) return true;
    return (size === 1 || strides.every((stride) => stride === 0)) && !this.#results.has(data);
  }
}
