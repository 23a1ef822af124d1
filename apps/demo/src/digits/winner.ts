/** The digit that a network thinks likeliest in picture i. */
export function winner(probabilities: ArrayLike<number>, i: number): number {
  let best = 0;
  for (let digit = 1; digit < 10; digit++) {
    if ((probabilities[10 * i + digit] as number) > (probabilities[10 * i + best] as number)) best = digit;
  }
  return best;
}
