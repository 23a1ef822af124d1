/** What is said of a runner that was ended by its owner. */
export const destroyed = "This runner was destroyed: create a new backend.";

/** What is thrown for a buffer that another runner made. */
export const foreignBuffer = (): TypeError =>
  new TypeError("A buffer of another runner cannot be used here.");

/** What is thrown for a buffer that was freed. */
export const freedBuffer = (): Error => new Error("This buffer was given back: it holds nothing any more.");

/** What is thrown for more numbers than one array takes; `where` says on what. */
export const tooManyNumbers = (size: number, where: string, largest: number): RangeError =>
  new RangeError(`${size} numbers do not fit: one array on ${where} holds at most ${largest} of them.`);

/** What is thrown for a kernel that reads more arrays than a device lets it. */
export const tooManyInputs = (inputs: number, most: number): RangeError =>
  new RangeError(`A kernel of ${inputs} arrays does not fit this GPU, which takes ${most} and the result.`);
