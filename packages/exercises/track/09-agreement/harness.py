def outgrad_step(op, a, b):
  if op == "add":
    return a + b
  if op == "sub":
    return a - b
  if op == "mul":
    return a * b
  if op == "div":
    return a / b
  if op == "neg":
    return -a
  if op == "pow":
    return a**2
  return getattr(a, op)()


def outgrad_expression(leaves, steps):
  inputs = [Value(each) for each in leaves]
  values = list(inputs)
  for step in steps:
    values.append(outgrad_step(step[0], values[step[1]], values[step[-1]]))
  out = values[-1]
  out.backward()
  return [out.data, outgrad_grads(inputs)]
