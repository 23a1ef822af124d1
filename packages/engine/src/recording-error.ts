/** The sentence for reading or changing numbers in a function that is recorded. */
export const recordingError = (what: string, of = "Value"): Error =>
  new Error(
    `compile: the function uses ${what} of a ${of}. It is recorded once and computed again from other numbers, so ` +
      "what it does cannot depend on them: use ops such as max, relu, gt and asConstant, or do that outside.",
  );
