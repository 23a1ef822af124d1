/** Whether all of the numbers agree to about six digits. */
function agrees(mine: number[], theirs: number[]): boolean {
  if (mine.length !== theirs.length) return false;
  return mine.every((each, i) => Math.abs(each - theirs[i]) <= 1e-6 * Math.max(1, Math.abs(theirs[i])));
}
