import { type Scalar, sum, tanh, type Value, value } from "@outgrad/engine";

/** A network of the track on our own engine: its weights, neuron by neuron, each neuron's bias last. */
export interface Model {
  readonly sizes: readonly number[];
  readonly weights: readonly Value[];
}

export function modelOf(sizes: readonly number[], numbers: readonly number[]): Model {
  return { sizes, weights: numbers.map((each) => value(each)) };
}

/** How many weights and biases a network with layers of these sizes has, the inputs first. */
export function weightCount(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((count, size, i) => count + ((sizes[i] as number) + 1) * size, 0);
}

/** How a neuron makes one number of its weights, its bias and its inputs. */
export type Rule = (weights: readonly Value[], bias: Value, x: readonly Scalar[]) => Value;

/** What is said before the bend. */
export const weigh: Rule = (weights, bias, x) =>
  sum([bias, ...weights.map((weight, i) => weight.mul(x[i] as Scalar))]);

export const neuron: Rule = (weights, bias, x) => tanh(weigh(weights, bias, x));

/** What each layer says to an input. */
export function layersOf({ sizes, weights }: Model, x: readonly Scalar[], rule: Rule = neuron): Value[][] {
  let from = 0;
  let input = x;
  return sizes.slice(1).map((size) => {
    const outputs = Array.from({ length: size }, () => {
      const own = weights.slice(from, from + input.length + 1);
      from += own.length;
      return rule(own.slice(0, -1), own.at(-1) as Value, input);
    });
    input = outputs;
    return outputs;
  });
}

/** What the last layer says. */
export function forward(model: Model, x: readonly Scalar[], rule?: Rule): Value[] {
  return layersOf(model, x, rule).at(-1) as Value[];
}

/** The outputs weighed and summed, walked back from: what harnesses do with the learner's. */
export function backward(outputs: readonly Value[], upstream: readonly number[]): void {
  sum(outputs.map((each, i) => each.mul(upstream[i] as number))).backward();
}
