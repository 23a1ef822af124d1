export function findTargets(): Map<string, string>;
