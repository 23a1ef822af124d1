import { each, type Mistakes } from "./mistake.js";

/** Mistakes with the loss and the loop. */
export const training: Mistakes = {
  loss: [
    each("mean-forgotten", [".div(targets.length)", ""], ["sum(errors) / len(errors)", "sum(errors)"]),
    each(
      "square-forgotten",
      [".sub(targets[i]).pow(2)", ".sub(targets[i])"],
      ["(prediction - target)**2", "prediction - target"],
    ),
    each(
      "absolute-error",
      [".sub(targets[i]).pow(2)", ".sub(targets[i]).pow(2).pow(0.5)"],
      ["(prediction - target)**2", "((prediction - target)**2)**0.5"],
    ),
    each(
      "root-taken",
      [".div(targets.length)", ".div(targets.length).pow(0.5)"],
      ["sum(errors) / len(errors)", "(sum(errors) / len(errors))**0.5"],
    ),
    each(
      "halved",
      [".div(targets.length)", ".div(2 * targets.length)"],
      ["sum(errors) / len(errors)", "sum(errors) / (2 * len(errors))"],
    ),
    each(
      "square-of-sum",
      [
        ".sub(targets[i]).pow(2));\n  return errors.reduce((sum, error) => sum.add(error)).div(targets.length)",
        ".sub(targets[i]));\n  return errors.reduce((sum, error) => sum.add(error)).div(targets.length).pow(2)",
      ],
      [
        "(prediction - target)**2 for prediction, target in zip(predictions, targets)]\n  return sum(errors) / len(errors)",
        "prediction - target for prediction, target in zip(predictions, targets)]\n  return (sum(errors) / len(errors))**2",
      ],
    ),
    each(
      "last-sample-only",
      ["errors.reduce((sum, error) => sum.add(error))", "errors.reduce((_, error) => error)"],
      ["sum(errors) / len(errors)", "errors[-1] / len(errors)"],
    ),
    each(
      "graph-cut",
      ["prediction.sub(targets[i])", "new Value(prediction.data).sub(targets[i])"],
      ["(prediction - target)**2", "Value(prediction.data - target)**2"],
    ),
    each(
      "not-values",
      [
        "return errors.reduce((sum, error) => sum.add(error)).div(targets.length)",
        "return errors.reduce((sum, error) => sum.add(error)).div(targets.length).data as any",
      ],
      ["sum(errors) / len(errors)", "(sum(errors) / len(errors)).data"],
    ),
    each(
      "loss-sign",
      [".div(targets.length)", ".div(-targets.length)"],
      ["sum(errors) / len(errors)", "sum(errors) / -len(errors)"],
    ),
  ],
  loop: [
    each(
      "zero-grad-forgotten",
      ["    for (const p of model.parameters()) p.grad = 0;\n", ""],
      ["    for p in model.parameters():\n      p.grad = 0.0\n", ""],
    ),
    each("update-sign", ["p.data -= rate", "p.data += rate"], ["p.data -= rate", "p.data += rate"]),
    each("rate-forgotten", ["rate * p.grad", "p.grad"], ["rate * p.grad", "p.grad"]),
    each(
      "never-updates",
      ["    for (const p of model.parameters()) p.data -= rate * p.grad;\n", ""],
      ["    for p in model.parameters():\n      p.data -= rate * p.grad\n", ""],
    ),
    each(
      "never-updates",
      [
        "    for (const p of model.parameters()) p.grad = 0;\n    loss.backward();\n",
        "    loss.backward();\n    for (const p of model.parameters()) p.grad = 0;\n",
      ],
      [
        "    for p in model.parameters():\n      p.grad = 0.0\n    loss.backward()\n",
        "    loss.backward()\n    for p in model.parameters():\n      p.grad = 0.0\n",
      ],
    ),
    each(
      "update-before-backward",
      [
        "    for (const p of model.parameters()) p.grad = 0;\n    loss.backward();\n    for (const p of model.parameters()) p.data -= rate * p.grad;\n",
        "    for (const p of model.parameters()) p.data -= rate * p.grad;\n    for (const p of model.parameters()) p.grad = 0;\n    loss.backward();\n",
      ],
      [
        "    for p in model.parameters():\n      p.grad = 0.0\n    loss.backward()\n    for p in model.parameters():\n      p.data -= rate * p.grad\n",
        "    for p in model.parameters():\n      p.data -= rate * p.grad\n      p.grad = 0.0\n    loss.backward()\n",
      ],
    ),
    each(
      "loss-after-update",
      ["losses.push(loss.data)", "losses.push(mse(xs.map((x) => model.forward(x)[0]), ys).data)"],
      ["losses.append(loss.data)", "losses.append(mse([model(x)[0] for x in xs], ys).data)"],
    ),
    each(
      "loss-summed",
      ["mse(predictions, ys)", "mse(predictions, ys).mul(ys.length)"],
      ["mse(predictions, ys)", "mse(predictions, ys) * len(ys)"],
    ),
    each(
      "wrong-shape",
      ["losses.push(loss.data)", "losses.push(loss as any)"],
      ["losses.append(loss.data)", "losses.append(loss)"],
    ),
    each("returns-nothing", ["return losses", "losses"], ["return losses", "losses"]),
    each("wrong-shape", ["step < steps", "step < steps + 1"], ["range(steps)", "range(steps + 1)"]),
    each(
      "training-wrong",
      ["p.data -= rate * p.grad", "p.data -= rate * p.grad * 0.9"],
      ["p.data -= rate * p.grad", "p.data -= rate * p.grad * 0.9"],
    ),
  ],
};
