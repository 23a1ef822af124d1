import { defineOp as define, everyUserOp, type Op, type OpName, type UserOpDef } from "@outgrad/ops";
import { self } from "./lift.js";
import { addShape } from "./shapes.js";
import { data, enter, operand, parameter, record } from "./tape.js";
import { isNameOfTensors } from "./tensor/is-tensor.js";
import type { Tensor, TensorLike } from "./tensor/tensor.js";
import { UserOp as OwnOp } from "./user-op.js";
import { type Scalar, Value } from "./value.js";

/**
 * Defines an op of your own, from its formulas, and gives it as a function of Values or Tensors. Its partials are checked by
 * complex step first. Then it is a full citizen: a method of both engines' Values and of Tensors, callable in
 * expressions, drawn, differentiated again.
 *
 * @example
 * const cube = defineOp({ name: "cube", args: ["a"], value: "a * a * a", partials: ["3 * a * a"] });
 * const x = value(2);
 * cube(x).backward();
 * x.grad // => 12
 *
 * @throws FormulaError for a mistake in a formula; Error for a name that is taken, or a partial that is wrong.
 */
export function defineOp(def: UserOpDef): UserOp {
  if (isNameOfTensors(def.name) && !(def.name in Value.prototype)) {
    throw new Error(`defineOp: "${def.name}" is a name of Tensors already; choose another name.`);
  }
  const { name } = define(def);
  return (first: Scalar | Tensor, ...rest: (Scalar | Tensor)[]) =>
    self(first, rest[0])[name as OpName](...rest);
}

/** An op of a user's own as a function: of its arguments, then its parameters. */
export interface UserOp {
  (...operands: Scalar[]): Value;
  (...operands: TensorLike[]): Tensor;
}

function install(op: Op): void {
  const name = op.name as OpName;
  const params = Object.entries(op.params);
  const code = addShape({ op: name, args: op.args.length, params: params.length, own: new OwnOp(op) });
  const method = function (this: Value, ...operands: Scalar[]): Value {
    const i = enter(this);
    const j = op.args.length === 2 ? operand(operands[0] as Scalar, name) : i;
    const numbers = [i, j].slice(0, op.args.length).map((index) => data[index] as number);
    params.forEach(([param, usual], k) => {
      const given = (operands[op.args.length - 1 + k] ?? usual) as number;
      parameter(given, name, param);
      numbers.push(given);
    });
    return record(code, op.value(...numbers), i, j);
  };
  Object.defineProperty(Value.prototype, name, { value: method, configurable: true, writable: true });
}

everyUserOp(install);
