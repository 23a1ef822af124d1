/** What learners' classes use of Python's library and MicroPython does not have, in Python, for the driver. */
export const library = `
def extended(name, **more):
    # Nothing can be added to a module that is built in; one from a file takes its place.
    with open("extended.py", "w"): pass
    module = __import__("extended")
    os.remove("extended.py")
    del sys.modules["extended"]
    base = __import__(name)
    for each in dir(base):
        if not each.startswith("__"): setattr(module, each, getattr(base, each))
    for each in more: setattr(module, each, more[each])
    module.__name__ = name
    sys.modules[name] = module

def prod(numbers, start=1):
    for number in numbers: start = start * number
    return start

def fsum(numbers):
    total = lost = 0.0
    for x in numbers:
        t = total + x
        lost += (total - t) + x if abs(total) >= abs(x) else (x - t) + total
        total = t
    return total + lost

def log1p(x):
    u = 1.0 + x
    return x if u == 1.0 else math.log(u) * x / (u - 1.0)

def hypot(*sides): return math.sqrt(sum([side * side for side in sides]))

extended("math", prod=prod, fsum=fsum, log1p=log1p, hypot=hypot, exp2=lambda x: 2.0 ** x)

def gauss(mu=0.0, sigma=1.0):
    return mu + sigma * math.sqrt(-2.0 * math.log(1.0 - random.random())) * math.cos(math.tau * random.random())

def shuffle(x):
    for i in range(len(x) - 1, 0, -1):
        j = random.randrange(i + 1)
        x[i], x[j] = x[j], x[i]

def sample(population, k):
    mixed = list(population)
    shuffle(mixed)
    return mixed[:k]

def choices(population, k=1): return [random.choice(population) for _ in range(k)]

extended("random", gauss=gauss, normalvariate=gauss, shuffle=shuffle, sample=sample, choices=choices)
extended(
    "operator",
    add=lambda a, b: a + b,
    sub=lambda a, b: a - b,
    mul=lambda a, b: a * b,
    pow=lambda a, b: a ** b,
    neg=lambda a: -a,
)

class deque(list):
    def __init__(self, iterable=(), maxlen=None):
        super().__init__(iterable)
        self.maxlen = maxlen

    def append(self, x):
        super().append(x)
        if self.maxlen is not None and len(self) > self.maxlen: self.popleft()

    def appendleft(self, x): self.insert(0, x)
    def extendleft(self, xs):
        for x in xs: self.insert(0, x)
    def popleft(self): return self.pop(0)

collections.deque = deque

numbers_module = Anything()
numbers_module.Number = numbers_module.Real = (int, float)
sys.modules["numbers"] = numbers_module

def sum_from(iterable, start=0):
    for item in iterable: start = start + item
    return start

builtins.sum = sum_from
builtins.vars = lambda thing: thing.__dict__
`;
