/** Whether all of the numbers agree to about six digits. */
function agrees(mine: number[], theirs: number[]): boolean {
  throw new Error("to do: agrees");
}
