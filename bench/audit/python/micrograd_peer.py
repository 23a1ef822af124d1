"""micrograd, as pip installs it: single numbers, no functions but relu and powers."""

from audit import Lacks
from micrograd.engine import Value


def lift(x):
    return x if isinstance(x, Value) else Value(x)


words = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b,
    "pow": lambda a, b: a**b,
    "relu": lambda x: x.relu(),
    "detach": lambda x: Value(x.data),
    "total": lambda x: sum(x),
}


def answer(case, run):
    if case.get("optimiser"):
        raise Lacks("no optimiser")
    if case.get("derivatives"):
        raise Lacks("first derivatives only")
    if any(isinstance(x, list) for x in case["at"]) and not case.get("long"):
        raise Lacks("single numbers only")
    if any(word == "pow" and isinstance(operands[1], str) for word, *operands in case["nodes"]):
        raise Lacks("powers with a number only")
    leaves = [[Value(each) for each in x] if isinstance(x, list) else Value(x) for x in case["at"]]
    outputs = run(case, words, leaves)
    value = outputs[0].data
    if case.get("change"):
        leaf, number = case["change"]
        leaves[leaf].data = number
    for output in case.get("sweeps") or [0]:
        outputs[output].backward()
    flat = [each for x in leaves for each in (x if isinstance(x, list) else [x])]
    return {"value": value, "grads": [x.grad for x in flat]}
