"""The audit's cases on a Python library: python3 audit.py <library>. Reads one case a line, as JSON, and answers each with a line."""

import importlib
import json
import sys


def numbers(x):
    """Numbers that JSON cannot write come as strings."""
    if isinstance(x, list):
        return [numbers(each) for each in x]
    # Python's whole numbers are longer than what libraries take.
    return float(x) if isinstance(x, str) or abs(x) > 2**53 else x


def said(x):
    if isinstance(x, list):
        return [said(each) for each in x]
    x = float(x)
    if x != x or x in (float("inf"), float("-inf")):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(x)]
    return x


class Lacks(Exception):
    """What the library has no word for."""


def run(case, words, leaves):
    """The outputs of a recorded program."""
    known = list(leaves)

    def operand(x):
        if isinstance(x, list):
            return [operand(each) for each in x]
        if isinstance(x, str) and x.startswith("#"):
            return known[int(x[1:])]
        return numbers(x)

    for word, *operands in case["nodes"]:
        if word not in words:
            raise Lacks(f"no {word}")
        known.append(words[word](*map(operand, operands)))
    return [operand(output) for output in case["outputs"]]


def main():
    library = importlib.import_module(f"{sys.argv[1]}_peer")
    print(json.dumps({"bits": 64}), flush=True)
    for line in sys.stdin:
        case = json.loads(line)
        case["at"] = numbers(case["at"])
        try:
            answer = library.answer(case, run)
        except Lacks as lack:
            answer = {"lacks": str(lack)}
        except BaseException as error:
            answer = {"threw": f"{type(error).__name__}: {error}".splitlines()[0]}
        print(json.dumps({key: x if key in ("lacks", "threw") else said(x) for key, x in answer.items()}), flush=True)


if __name__ == "__main__":
    sys.modules["audit"] = sys.modules["__main__"]
    main()
