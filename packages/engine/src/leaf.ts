/** What a leaf holds for itself, outside any segment, so that it outlives every graph it takes part in. */
export class Leaf {
  data: number;
  grad = 0;
  hasGrad = false;
  label: string;
  readonly id: number;
  /** The backward pass that last reached the leaf, and the gradient that this pass has added up so far. */
  pass = 0;
  passGrad = 0;

  constructor(data: number, label: string, id: number) {
    this.data = data;
    this.label = label;
    this.id = id;
  }
}
