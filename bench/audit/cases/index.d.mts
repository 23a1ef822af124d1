/** Every case of the audit. */
export const cases: readonly { id: string }[];
