import math

class Value:
	# with tabs, and short names
	def __init__(s, data, ch=(), f=None):
		s.data = data
		s.grad = 0
		s.ch = ch
		s.f = f

	def __add__(s, o):
		o = o if isinstance(o, Value) else Value(o)
		def f(r):
			s.grad += r.grad
			o.grad += r.grad
		return Value(s.data + o.data, (s, o), f)

	def __mul__(s, o):
		o = o if isinstance(o, Value) else Value(o)
		def f(r):
			s.grad += r.grad * o.data
			o.grad += r.grad * s.data
		return Value(s.data * o.data, (s, o), f)

	def __pow__(s, k):
		def f(r):
			s.grad += r.grad * k * s.data ** (k - 1)
		return Value(s.data ** k, (s,), f)

	def exp(s):
		def f(r):
			s.grad += r.grad * r.data
		return Value(math.exp(s.data), (s,), f)

	def log(s):
		def f(r):
			s.grad += r.grad / s.data
		return Value(math.log(s.data), (s,), f)

	def tanh(s):
		def f(r):
			s.grad += r.grad * (1 - r.data * r.data)
		return Value(math.tanh(s.data), (s,), f)

	def __neg__(s): return s * -1
	def __sub__(s, o): return s + (-o)
	def __truediv__(s, o): return s * o ** -1
	def __radd__(s, o): return s + o
	def __rmul__(s, o): return s * o
	def __rsub__(s, o): return -s + o
	def __rtruediv__(s, o): return s ** -1 * o

	def backward(s):
		t = []
		def b(v):
			if v in t: return
			for c in v.ch: b(c)
			t.append(v)
		b(s)
		s.grad = 1
		for v in reversed(t):
			if v.f: v.f(v)
