"""What the train lab's PyTorch scripts print: the losses after every epoch, and the accuracy at the end.

Run: python3 pytorch.py     (needs python3-torch; written by the version in the file)
Runs pytorch/*.py beside this script, which the tests of the export write, and keeps their numbers in pytorch.json.
"""

import json
import pathlib
import subprocess
import sys

import torch

here = pathlib.Path(__file__).parent


def printed(script):
    lines = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True).stdout.split("\n")
    *epochs, last = [line.split() for line in lines if line]
    return {"losses": [[float(word) for word in words[4::3]] for words in epochs], "accuracy": float(last[-1])}


runs = {script.stem: printed(script) for script in sorted((here / "pytorch").glob("*.py"))}
text = json.dumps({"torch": torch.__version__, "runs": runs}, indent=1)
(here / "pytorch.json").write_text(text + "\n")
