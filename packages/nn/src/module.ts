import { Value } from "@outgrad/engine";

/**
 * Anything with parameters to train: extend it, keep Values and other Modules in fields, and they are found.
 *
 * @example
 * class Line extends Module {
 *   slope = value(1, "slope");
 *   offset = value(0, "offset");
 *   forward(x: number) {
 *     return this.slope.mul(x).add(this.offset);
 *   }
 * }
 * new Line().parameters().map((p) => p.label) // => [ 'slope', 'offset' ]
 */
export abstract class Module {
  /**
   * The leaf Values in the fields of this Module, in the order of the fields: also those inside arrays,
   * plain objects and Modules there. A Value that is found twice (tied weights) is listed once. Results of ops
   * are not parameters; private `#fields`, Maps, Sets and objects of other classes are not looked into.
   */
  parameters(): Value[] {
    const found = new Set<Value>();
    const seen = new Set<object>();
    const visit = (field: unknown): void => {
      if (field instanceof Value) {
        if (field.op === "") found.add(field);
      } else if (isContainer(field) && !seen.has(field)) {
        seen.add(field);
        for (const item of Object.values(field)) visit(item);
      }
    };
    visit(this);
    return [...found];
  }

  /** Forgets the gradients of all parameters: call it before each backward(), which adds to them. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.zeroGrad();
  }
}

function isContainer(field: unknown): field is object {
  if (typeof field !== "object" || field === null) return false;
  return field instanceof Module || Array.isArray(field) || Object.getPrototypeOf(field) === Object.prototype;
}
