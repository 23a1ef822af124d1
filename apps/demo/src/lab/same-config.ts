/** Whether two configs, plain data with the same names, say the same. */
export const sameConfig = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
