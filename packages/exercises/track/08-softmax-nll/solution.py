def softmax(logits):
  """Probabilities from any numbers: positive, with the sum 1."""
  counts = [logit.exp() for logit in logits]
  total = sum(counts)
  return [count / total for count in counts]


def nll(probabilities, label):
  """How surprised the probabilities are that this class is the true one."""
  return -probabilities[label].log()
