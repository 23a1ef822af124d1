function outgrad_expression(leaves: number[], steps: any[][]) {
  const inputs = leaves.map((each) => new Value(each));
  const values: any[] = [...inputs];
  for (const [op, ...operands] of steps) {
    const [first, ...others] = operands.map((each) => values[each]);
    values.push(op === "pow" ? first.pow(2) : first[op](...others));
  }
  const out = values[values.length - 1];
  out.backward();
  return [out.data, outgrad_grads(inputs)];
}
