import { dense, elementwiseCode, type Shape, type Strided } from "@outgrad/engine/backend";
import type { GpuBackend } from "./gpu-backend.js";

const tensor = (numbers: readonly number[], shape: Shape): Strided =>
  dense(Float32Array.from(numbers), "float32", shape);

/** Something that every device must know, by what goes wrong on some: each answer is known beforehand. */
interface Question {
  readonly name: string;
  readonly ask: (backend: GpuBackend) => Strided;
  readonly answer: readonly number[];
}

const [a, b] = [tensor([1, 2, 3, 4, 5, 6], [2, 3]), tensor([1, -1, 0.5, 2, -3, 0.25], [3, 2])];
const tanhs = [0, 1e-30, 0.5, -1, 30, -400];

const questions: readonly Question[] = [
  {
    name: "a product of matrices",
    ask: (backend) => backend.run("matmul", [a, b], [2, 2], {}),
    answer: [-7, 3.75, -11.5, 7.5],
  },
  {
    name: "tanh",
    ask: (backend) => backend.elementwise(elementwiseCode("tanh"), [6], [], tensor(tanhs, [6])),
    answer: [0, 1e-30, 0.46211715726, -0.7615941559557649, 1, -1],
  },
  {
    name: "powers of negative numbers",
    ask: (backend) =>
      backend.elementwise(
        elementwiseCode("pow"),
        [3],
        [],
        tensor([-2, -2, -3], [3]),
        tensor([3, 2, -1], [3]),
      ),
    answer: [-8, 4, -1 / 3],
  },
  {
    name: "exp near its end",
    ask: (backend) => backend.elementwise(elementwiseCode("exp"), [3], [], tensor([88, -80, 0], [3])),
    answer: [1.6516362549940018e38, 1.8048513878454153e-35, 1],
  },
  {
    name: "logarithms of 0 and of negative numbers",
    ask: (backend) => backend.elementwise(elementwiseCode("log"), [3], [], tensor([0, -1, 1], [3])),
    answer: [Number.NEGATIVE_INFINITY, Number.NaN, 0],
  },
  {
    name: "sines of large angles",
    ask: (backend) => backend.elementwise(elementwiseCode("sin"), [2], [], tensor([100, -1000], [2])),
    answer: [-0.5063656411097588, -0.8268795405320025],
  },
  {
    name: "relu of NaN, and infinities",
    ask: (backend) =>
      backend.elementwise(
        elementwiseCode("relu"),
        [3],
        [],
        tensor([Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], [3]),
      ),
    answer: [Number.NaN, 0, Number.POSITIVE_INFINITY],
  },
  {
    name: "sums of columns of a smaller array after a larger one",
    ask: (backend) => {
      backend.run("sum", [tensor([9, 9, 9, 9], [4])], [], { dims: [0], keepdim: false });
      return backend.run("sum", [a], [3], { dims: [0], keepdim: false });
    },
    answer: [5, 7, 9],
  },
];

/** Has a backend answer what is known, and throws a sentence if it does not know it. */
export async function selfTest(backend: GpuBackend): Promise<void> {
  for (const { name, ask, answer } of questions) {
    const found = await backend.read(ask(backend));
    const wrong = answer.findIndex((wanted, i) => !isNear(found[i] as number, wanted));
    if (wrong < 0 && found.length === answer.length) continue;
    throw new Error(
      `${backend.name} on ${backend.description} computes ${name} wrongly: ${found[wrong]} instead of ${answer[wrong]}.`,
    );
  }
}

const isNear = (found: number, wanted: number): boolean =>
  Object.is(found, wanted) || Math.abs(found - wanted) <= 4e-6 * Math.abs(wanted);
