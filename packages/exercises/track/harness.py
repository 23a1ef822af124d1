def outgrad_stop(code, what, seen, wanted):
  raise Exception("outgrad:%s|%s|%s|%s" % (code, what, seen, wanted))


def outgrad_kind(thing):
  if thing is None:
    return "nothing"
  if isinstance(thing, (list, tuple)):
    return "a list of %d" % len(thing)
  if isinstance(thing, (int, float)):
    return "a number"
  return "a " + type(thing).__name__


def outgrad_value(thing, what):
  if isinstance(thing, Value):
    return thing
  outgrad_stop("returns-nothing" if thing is None else "not-values", what, outgrad_kind(thing), "a Value")


def outgrad_values(thing, what, count):
  wanted = "a list of %d Values" % count
  if thing is None:
    outgrad_stop("returns-nothing", what, "nothing", wanted)
  if not isinstance(thing, (list, tuple)) or len(thing) != count:
    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted)
  for each in thing:
    if not isinstance(each, Value):
      outgrad_stop("not-values", what, "a list with %s in it" % outgrad_kind(each), wanted)
  return list(thing)


def outgrad_numbers(thing, what, count):
  wanted = "a list of %d numbers" % count
  if thing is None:
    outgrad_stop("returns-nothing", what, "nothing", wanted)
  if not isinstance(thing, (list, tuple)) or len(thing) != count:
    outgrad_stop("wrong-shape", what, outgrad_kind(thing), wanted)
  for each in thing:
    if not isinstance(each, (int, float)):
      outgrad_stop("wrong-shape", what, "a list with %s in it" % outgrad_kind(each), wanted)
  return list(thing)


def outgrad_field(owner, name):
  if not hasattr(owner, name):
    outgrad_stop("no-field", name, "", "")
  return getattr(owner, name)


def outgrad_method(owner, name):
  if not hasattr(owner, name):
    outgrad_stop("no-method", name, "", "")
  return owner


def outgrad_grads(values):
  return [each.grad for each in values]


def outgrad_backward(outputs, weights):
  total = outputs[0] * weights[0]
  for out, weight in list(zip(outputs, weights))[1:]:
    total = total + out * weight
  total.backward()


def outgrad_nudges(slopes, k, a, b, c):
  calls = []

  def f(x, y, z):
    value = k[0] * x * x * x + k[1] * x * y + k[2] * y * y * z + k[3] * z * z * z
    calls.append([x, y, z, value])
    return value

  found = slopes(f, a, b, c)
  return [found, calls]
