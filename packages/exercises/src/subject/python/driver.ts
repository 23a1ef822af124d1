import { library } from "./library.js";
import { plainDriver } from "./plain-driver.js";

/**
 * What runs beside the learner's text inside MicroPython. Its functions are called by name by Interpreter; a
 * number goes in and out as a float, a held object as an int, None as None, and everything else as a string whose first
 * character says what it is: f a function, o another thing (what it is called, its text), ! an error (its class and
 * traceback), = plain text.
 */
export const driver = String.raw`
import builtins, collections, gc, io, json, math, os, random, sys
for name in dir(builtins):
    if not name.startswith("__"):
        # Kept here, so that a learner who redefines sum or list redefines them for himself.
        globals()[name] = getattr(builtins, name)
gc.threshold(1 << 18)

class Anything:
    def __getattr__(self, name): return self
    def __getitem__(self, key): return self
    def __call__(self, *args, **more): return args[0] if args else self
    def __or__(self, other): return self
    def __ror__(self, other): return self

# Types are for people; programs that import them run without.
sys.modules["typing"] = sys.modules["__future__"] = Anything()
${library}
world = {"__name__": "__main__"}
Value = None
objects = []
indices = {}
operands = []
numbers = []
containers = (list, tuple, set, frozenset, dict)
functions = ("function", "closure", "bound_method", "generator")
absent = object()

def thrown(error):
    out = io.StringIO()
    sys.print_exception(error, out)
    return "!" + type(error).__name__ + "\0" + out.getvalue()[-4000:]

def ref(thing):
    key = id(thing)
    if key not in indices:
        indices[key] = len(objects)
        objects.append(thing)
    return indices[key]

def article(name):
    return ("an " if name[0] in "aeiouAEIOU" else "a ") + name

def named(thing):
    kind = type(thing)
    if kind is str: return "a string"
    if kind is bool: return "a boolean"
    if kind is complex: return "a complex number"
    if kind is type: return "a class"
    name = kind.__name__
    return article(name) if kind in containers else "an object of class " + name

def out(thing):
    if thing is None or type(thing) is float: return thing
    if Value and isinstance(thing, Value): return ref(thing)
    if type(thing) is int:
        try: return float(thing)
        except OverflowError: return float("inf") if thing > 0 else -float("inf")
    if type(thing).__name__ in functions: return "f"
    try: text = "'" + thing[:58] + "'" if type(thing) is str else repr(thing)[:60]
    except BaseException: text = ""
    return "o" + named(thing) + "\0" + text

def operand(thing):
    if type(thing) is int: return objects[thing]
    try: whole = int(thing)
    except (OverflowError, ValueError): return thing
    return whole if whole == thing and (whole or str(thing)[0] != "-") else thing

def execute(text, line):
    try: exec(compile("\n" * (int(line) - 1) + text, "value.py", "exec"), world)
    except BaseException as error: return thrown(error)

def choose(name):
    global Value
    if type(world.get(name)) is not type: return None
    Value = world[name]
    # In 2.5 + v MicroPython would make a float of v by it, where Python asks for __radd__.
    if "__float__" in Value.__dict__: del Value.__float__
    return "="

# What every class answers to. MicroPython takes its time to list it.
known = dir(object)

def names():
    own = Value.__dict__
    found = [name for name in dir(Value) if name in own or name not in known]
    found = [name for name in found if callable(getattr(Value, name, None)) or type(own.get(name)) is property]
    try: found += [name for name, held in Value(1.0).__dict__.items() if callable(held)]
    except BaseException: pass
    return "=" + " ".join(found)

def plunge(): plunge()

def dive():
    try: plunge()
    except RuntimeError: pass

def attempt(run):
    def attempted(*args):
        try: return out(run(*args))
        except BaseException as error: return thrown(error)
    return attempted

make = attempt(lambda data: Value(data))
op_add = op_radd = attempt(lambda a, b: operand(a) + operand(b))
op_mul = op_rmul = attempt(lambda a, b: operand(a) * operand(b))
op_sub = op_rsub = attempt(lambda a, b: operand(a) - operand(b))
op_div = op_rdiv = attempt(lambda a, b: operand(a) / operand(b))
op_pow = attempt(lambda a, b: operand(a) ** operand(b))
op_neg = attempt(lambda a: -operand(a))
op_exp = attempt(lambda a: operand(a).exp())
op_log = attempt(lambda a: operand(a).log())
op_tanh = attempt(lambda a: operand(a).tanh())
method = attempt(lambda value, name: getattr(objects[value], name)())

def run_text(text, result):
    exec(compile(text, "run.py", "exec"), world)
    return eval(result, world)
run = attempt(run_text)

def read(value, field):
    try: return out(getattr(objects[value], field, None))
    except BaseException: return None

def write(value, field, thing):
    try: setattr(objects[value], field, objects[thing] if type(thing) is int else thing)
    except BaseException: pass

def fields(value):
    try: held = objects[value].__dict__
    except BaseException: return []
    # MicroPython's objects do not keep the order of their fields.
    return sorted(held.items())

def items(thing):
    if isinstance(thing, dict): return list(thing.values())[:10000]
    return list(thing)[:10000] if isinstance(thing, containers) else []

def values(thing, depth):
    if isinstance(thing, Value): return [ref(thing)]
    found = []
    if depth:
        for item in items(thing): found += values(item, depth - 1)
    return found

def links(value):
    found = []
    for name, held in fields(value): found += values(held, 3)
    return "=" + " ".join([str(index) for index in found])

def kind(thing):
    for name, each in (("list", list), ("tuple", tuple), ("set", (set, frozenset))):
        if isinstance(thing, each): return name
    return "other"

def holder(value):
    for name, held in fields(value):
        if values(held, 3): return "=" + kind(held)

def inputs_field(value):
    held = fields(value)
    for name, each in held:
        if name == "_prev" and isinstance(each, containers): return name
    for name, each in held:
        if isinstance(each, containers) and values(each, 3): return name
    for name, each in held:
        if isinstance(each, containers) and not isinstance(each, dict): return name

def link(value, inputs):
    name = inputs_field(value)
    if name is None: return None
    kept = [objects[int(index)] for index in inputs.split()]
    try:
        make_list = {"tuple": tuple, "set": set}.get(kind(getattr(objects[value], name)), list)
        setattr(objects[value], name, make_list(kept))
    except BaseException: return None
    return "="

def attach(value, field, host):
    try: setattr(objects[value], field, lambda *args: host() and None)
    except BaseException: pass

own = {}

def replace(name, is_reversed, host):
    if name not in own: own[name] = Value.__dict__.get(name, absent)
    def replaced(self, *others):
        global operands
        operands = [self] + list(others)
        if is_reversed: operands = list(reversed(operands))
        return objects[host()]
    setattr(Value, name, replaced)

def put_back(name):
    if name not in own: return
    if own[name] is absent: delattr(Value, name)
    else: setattr(Value, name, own[name])
    del own[name]

def taken(index):
    if int(index) >= len(operands): return None
    thing = operands[int(index)]
    return ref(thing) if isinstance(thing, Value) else float(thing)

${plainDriver}`;
