/** The pages that run code: which program the workers of each are, and what it may do. */
export const pages: Readonly<Record<string, { readonly worker: string; readonly evaluates: boolean }>>;
