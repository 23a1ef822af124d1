/** The slope of the line through the points (x, y) whose squared distances are least. */
export function slopeOf(x, y) {
  const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [atX, atY] = [mean(x), mean(y)];
  const [above, below] = x.reduce(
    ([up, down], each, i) => [up + (each - atX) * (y[i] - atY), down + (each - atX) ** 2],
    [0, 0],
  );
  return above / below;
}
