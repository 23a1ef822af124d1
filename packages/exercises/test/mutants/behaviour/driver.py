# Tries a class on probes. Gives a line for each: the numbers of its nodes, or the name of what went wrong.
import json

def try_class(text, probes):
  names = {}
  try:
    exec(text, names)
    make = names['Value']
  except Exception as error:
    return "does not load: " + repr(error)
  return "\n".join(try_probe(make, probe) for probe in json.loads(probes))

def try_probe(make, probe):
  try:
    nodes = [make(data) for data in probe['leaves']]
    for step in probe['steps']:
      nodes.append(stepped(step[0], [operand_of(nodes, o) for o in step[1:]]))
    nodes[-1].backward()
  except Exception as error:
    return type(error).__name__
  for i in range(len(nodes)):
    for j in range(i):
      if nodes[i] is nodes[j]:
        return "one node twice"
  return " ".join(shown(make, node) for node in nodes)

def operand_of(nodes, operand):
  return nodes[int(operand[1:])] if isinstance(operand, str) else operand

def stepped(op, o):
  if op == 'add': return o[0] + o[1]
  if op == 'sub': return o[0] - o[1]
  if op == 'mul': return o[0] * o[1]
  if op == 'div': return o[0] / o[1]
  if op == 'pow': return o[0] ** o[1]
  if op == 'neg': return -o[0]
  if op == 'sum': return sum(o)
  return getattr(o[0], op)()

def shown(make, node):
  if not isinstance(node, make): return "not-a-value"
  return number(node, 'data') + " " + number(node, 'grad')

def number(node, name):
  try:
    x = getattr(node, name)
  except Exception:
    return "no-" + name
  if isinstance(x, (int, float)) and not isinstance(x, bool):
    return repr(x)
  return "no-number"
