/** How an outcome of a case is marked, by the bits of the peer's numbers; and why, for another choice. */
export function mark(audited: object, outcome: object, bits: number): { mark: string; why?: string };
