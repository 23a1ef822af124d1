def mse(predictions, targets):
  """The mean of the squared differences."""
  errors = [(prediction - target)**2 for prediction, target in zip(predictions, targets)]
  return sum(errors) / len(errors)
