def agrees(mine, theirs):
  """Whether all of the numbers agree to about six digits."""
  if len(mine) != len(theirs):
    return False
  return all(abs(m - t) <= 1e-6 * max(1, abs(t)) for m, t in zip(mine, theirs))
