from math import exp


def softmax_rows(x):
  """The probabilities of each row of logits."""
  rows = []
  for row in x:
    largest = max(row)
    counts = [exp(each - largest) for each in row]
    total = sum(counts)
    rows.append([count / total for count in counts])
  return rows


def softmax_rows_grad(p, g):
  """The gradient of the logits, from the probabilities p and their gradient g."""
  rows = []
  for row, slopes in zip(p, g):
    mean = sum(each * slope for each, slope in zip(row, slopes))
    rows.append([each * (slope - mean) for each, slope in zip(row, slopes)])
  return rows
