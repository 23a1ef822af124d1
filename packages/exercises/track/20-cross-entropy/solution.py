from math import log


def cross_entropy(logits, labels):
  """The mean of -log of the true classes' probabilities."""
  losses = []
  for row, label in zip(logits, labels):
    largest = max(row)
    total = sum(exp(each - largest) for each in row)
    losses.append(log(total) + largest - row[label])
  return sum(losses) / len(losses)


def cross_entropy_grad(logits, labels):
  """The gradient of cross_entropy for the logits."""
  p = softmax_rows(logits)
  return [[(each - (1 if j == label else 0)) / len(labels) for j, each in enumerate(row)]
          for row, label in zip(p, labels)]
