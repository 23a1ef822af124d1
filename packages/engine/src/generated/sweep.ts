// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// Backward over one segment: each node hands g times its local derivatives to its operands.
import { cos, exp, log, pow, sin } from "@outgrad/ops/intrinsics";
import { CONSTANT, IMPORT, type Segment } from "../segment.js";

/** What a sweep asks of its pass: where a gradient starts, where an import's goes, what a user's op does. */
interface Pass {
  readonly number: number;
  begin(segment: Segment, index: number): number;
  leave(segment: Segment, index: number): void;
  handOn(segment: Segment, index: number): void;
}

export function sweep(segment: Segment, pass: Pass): void {
  const { data, grad, code, first, second, reached } = segment;
  const { number } = pass;
  let lowest = segment.lowest;
  const reach = (index: number): void => {
    reached[index] = number;
    grad[index] = pass.begin(segment, index);
    if (index < lowest) lowest = index;
  };
  for (let k = segment.highest; k >= lowest; k--) {
    if (reached[k] !== number) continue;
    const op = code[k]!;
    if (op <= IMPORT) {
      if (op === IMPORT) pass.leave(segment, k);
      continue;
    }
    const g = grad[k]!;
    const i = first[k]!;
    const j = second[k]!;
    if (reached[i] !== number) reach(i);
    if (reached[j] !== number) reach(j);
    switch (op) {
      case 2: // add
        grad[i]! += g;
        grad[j]! += g;
        break;
      case 3: // sub
        grad[i]! += g;
        grad[j]! += -g;
        break;
      case 4: // mul
        grad[i]! += g * data[j]!;
        grad[j]! += g * data[i]!;
        break;
      case 5: // div
        grad[i]! += g * (1 / data[j]!);
        grad[j]! += g * (-data[k]! / data[j]!);
        break;
      case 6: // neg
        grad[i]! += -g;
        break;
      case 7: // reciprocal
        grad[i]! += g * (-data[k]! * data[k]!);
        break;
      case 8: // square
        grad[i]! += g * (2 * data[i]!);
        break;
      case 9: // pow
        if (code[i] !== CONSTANT)
          grad[i]! += g * (data[j]! === 0 ? 0 : data[j]! * pow(data[i]!, data[j]! - 1));
        if (code[j] !== CONSTANT)
          grad[j]! +=
            g * (data[i]! !== 0 ? data[k]! * log(data[i]!) : data[j]! >= 0 ? 0 : data[k]! * log(data[i]!));
        break;
      case 10: // sqrt
        grad[i]! += g * (0.5 / data[k]!);
        break;
      case 11: // exp
        grad[i]! += g * data[k]!;
        break;
      case 12: // expm1
        if (code[i] !== CONSTANT) grad[i]! += g * exp(data[i]!);
        break;
      case 13: // log
        grad[i]! += g * (1 / data[i]!);
        break;
      case 14: // log1p
        grad[i]! += g * (1 / (1 + data[i]!));
        break;
      case 15: // sin
        if (code[i] !== CONSTANT) grad[i]! += g * cos(data[i]!);
        break;
      case 16: // cos
        if (code[i] !== CONSTANT) grad[i]! += g * -sin(data[i]!);
        break;
      case 17: // tan
        grad[i]! += g * (1 + data[k]! * data[k]!);
        break;
      case 18: // tanh
        grad[i]! += g * (1 - data[k]! * data[k]!);
        break;
      case 19: // sigmoid
        if (code[i] !== CONSTANT) grad[i]! += g * (data[k]! / (1 + exp(data[i]!)));
        break;
      case 20: // relu
        grad[i]! += g * (data[i]! <= 0 ? 0 : 1);
        break;
      case 21: // leakyRelu
        grad[i]! += g * (data[i]! > 0 ? 1 : data[k - 1]!);
        break;
      case 22: // softplus
        if (code[i] !== CONSTANT) grad[i]! += g * (1 / (1 + exp(-data[i]!)));
        break;
      case 23: // abs
        grad[i]! += g * (data[i]! > 0 ? 1 : data[i]! < 0 ? -1 : 0);
        break;
      case 24: // max
        grad[i]! += g * (data[i]! < data[j]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        grad[j]! += g * (data[j]! < data[i]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        break;
      case 25: // min
        grad[i]! += g * (data[i]! > data[j]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        grad[j]! += g * (data[j]! > data[i]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        break;
      default:
        pass.handOn(segment, k);
    }
  }
}
