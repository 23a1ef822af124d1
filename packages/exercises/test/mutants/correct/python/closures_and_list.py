import math


class Value:
    """A number that remembers where it came from."""

    def __init__(self, data, children=[], op=""):
        self.data = data
        self.grad = 0
        self.children = children
        self.op = op
        self.back = None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        result = Value(self.data + other.data, [self, other], "+")

        def back():
            self.grad += result.grad
            other.grad += result.grad

        result.back = back
        return result

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        result = Value(self.data * other.data, [self, other], "*")

        def back():
            self.grad += other.data * result.grad
            other.grad += self.data * result.grad

        result.back = back
        return result

    def __pow__(self, exponent):
        result = Value(self.data**exponent, [self], "**")

        def back():
            self.grad += exponent * self.data ** (exponent - 1) * result.grad

        result.back = back
        return result

    def exp(self):
        result = Value(math.exp(self.data), [self], "exp")

        def back():
            self.grad += result.data * result.grad

        result.back = back
        return result

    def log(self):
        result = Value(math.log(self.data), [self], "log")

        def back():
            self.grad += result.grad / self.data

        result.back = back
        return result

    def tanh(self):
        result = Value(math.tanh(self.data), [self], "tanh")

        def back():
            self.grad += (1 - result.data**2) * result.grad

        result.back = back
        return result

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order = []
        seen = set()

        def visit(node):
            if node in seen:
                return
            seen.add(node)
            for child in node.children:
                visit(child)
            order.append(node)

        visit(self)
        self.grad = 1
        for node in order[::-1]:
            if node.back:
                node.back()
