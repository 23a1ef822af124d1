/** The part of the driver that calls functions of a text with plain data. */
export const plainDriver = String.raw`
# Plain data travels as JSON in which {"d": i} is the i-th of some floats, so that every bit of them arrives.
def push(number):
    numbers.append(number)
    return len(numbers) - 1

def pull(index): return numbers[int(index)]

def plain(thing):
    if isinstance(thing, dict): return numbers[thing["d"]]
    return [plain(item) for item in thing] if isinstance(thing, list) else thing

class Foreign(Exception): pass

def bare(thing, depth):
    if thing is None or isinstance(thing, (bool, int, str)): return thing
    if isinstance(thing, float):
        numbers.append(thing)
        return {"d": len(numbers) - 1}
    if isinstance(thing, (list, tuple)) and depth: return [bare(item, depth - 1) for item in thing]
    raise Foreign("a function" if type(thing).__name__ in functions else named(thing))

def has(name): return "=" if name in world else None

def invoke(name, args):
    global numbers
    try:
        args = plain(json.loads(args))
        numbers = []
        if name not in world: raise NameError("name '" + name + "' is not defined")
        result = world[name](*args)
    except BaseException as error: return thrown(error)
    try: return "=" + json.dumps(bare(result, 8))
    except Foreign as foreign: return "o" + str(foreign) + "\0"
    except BaseException as error: return thrown(error)
`;
