"""One Python contestant in a process of its own: python3 worker.py <module> <workload.json>; worker.mjs's protocol."""

import importlib
import json
import sys
import time

EPISODE = 20


def main():
    sys.setrecursionlimit(10_000_000)
    try:
        with open(sys.argv[2]) as file:
            workload = json.load(file)
        reset, step, *results = importlib.import_module(sys.argv[1]).make(workload)
    except Exception as error:
        print(f"error {str(error).splitlines()[0]}", flush=True)
        return
    print("ready", flush=True)
    steps = 0
    for line in sys.stdin:
        command, count = line.split()
        if command == "check":
            reset()
            losses = [step() for _ in range(int(count))]
            print(*(repr(float(x)) for x in (results[0]() if results else losses)), flush=True)
            steps = 0
            continue
        for _ in range(int(count)):
            if steps % EPISODE == 0:
                reset()
            steps += 1
            step()
        print(time.process_time() * 1e6, flush=True)


main()
