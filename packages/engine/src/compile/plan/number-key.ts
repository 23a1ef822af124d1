/** A number as the key of a Map, which would take -0 for 0. */
export const keyOf = (number: number): number | "-0" => (Object.is(number, -0) ? "-0" : number);
