/**
 * The gradient that a rule goes by: turned round if it shall climb, and with weightDecay · p added, which is the
 * gradient of ½ weightDecay p². Without weightDecay nothing is added, not even 0.
 */
export function regularized(grad: number, p: number, maximize: boolean, weightDecay: number): number {
  const g = maximize ? -grad : grad;
  return weightDecay === 0 ? g : g + weightDecay * p;
}
