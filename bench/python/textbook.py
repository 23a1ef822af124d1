"""The class that everybody writes first, in Python: a closure per node, a set of inputs, a recursive sort."""

import math

from program import define_by_run


class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0.0
        self.inputs = set(inputs)
        self.push_back = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))

        def push_back():
            self.grad += out.grad
            other.grad += out.grad

        out.push_back = push_back
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))

        def push_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.push_back = push_back
        return out

    def relu(self):
        out = Value(0.0 if self.data < 0 else self.data, (self,))

        def push_back():
            self.grad += (out.data > 0) * out.grad

        out.push_back = push_back
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,))

        def push_back():
            self.grad += (1 - out.data * out.data) * out.grad

        out.push_back = push_back
        return out

    def backward(self):
        order = []
        seen = set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for child in node.inputs:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.push_back()


def make(workload):
    parameters, loss = define_by_run(workload, Value)

    def reset():
        for p, x in zip(parameters, workload["parameters"]):
            p.data = x

    def step():
        root = loss()
        for p in parameters:
            p.grad = 0.0
        root.backward()
        for p in parameters:
            p.data -= workload["rate"] * p.grad
        return root.data

    return reset, step
