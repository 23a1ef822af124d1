/** A number written out at the place of a larger one, so that equal places stand below each other. */
interface Written {
  readonly negative: boolean;
  /** The digits from the highest place on. */
  readonly digits: string;
}

/** Two numbers and their difference in one notation, and how many of the leading digits are gone in it. */
export interface Cancellation {
  readonly above: Written;
  readonly below: Written;
  readonly difference: Written;
  /** The power of ten, or of two, of the first digit. */
  readonly exponent: number;
  /** How many leading digits cancel, at most all that count. */
  readonly cancelled: number;
  /** How many digits of a double count: 16 decimal ones, 53 bits. */
  readonly of: number;
  /** Whether the digits that cancel are the same in both, as they are unless a carry comes between. */
  readonly agree: boolean;
}

/** A finite number but 0 as a power and the digits behind it. */
interface Scientific {
  readonly exponent: number;
  readonly digits: string;
}

/** 17 significant digits, which no other double shares; about 16 of them count. */
function decimal(x: number): Scientific {
  const [mantissa = "", exponent = "0"] = Math.abs(x).toExponential(16).split("e");
  return { digits: mantissa.replace(".", ""), exponent: Number(exponent) };
}

/** The 53 bits of the significand. */
function binary(x: number): Scientific {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const high = view.getUint32(0);
  const mantissa =
    (high % 2 ** 20).toString(2).padStart(20, "0") + view.getUint32(4).toString(2).padStart(32, "0");
  const biased = Math.floor(high / 2 ** 20);
  if (biased > 0) return { digits: `1${mantissa}`, exponent: biased - 1023 };
  const zeros = mantissa.indexOf("1");
  return { digits: mantissa.slice(zeros).padEnd(53, "0"), exponent: -1023 - zeros };
}

const notations = {
  decimal: { write: decimal, length: 17, of: 16 },
  binary: { write: binary, length: 53, of: 53 },
} as const;

/**
 * Which leading digits of a and b are gone in a − b. Both must be finite; undefined where both are 0, which have no
 * digits.
 */
export function cancellation(
  a: number,
  b: number,
  notation: keyof typeof notations,
): Cancellation | undefined {
  const { write, length, of } = notations[notation];
  if (!Number.isFinite(a) || !Number.isFinite(b) || (a === 0 && b === 0)) return undefined;
  const numbers = [a, b, a - b];
  const exponent = Math.max(...[a, b].filter((x) => x !== 0).map((x) => write(x).exponent));
  const [above, below, difference] = numbers.map((x): Written => {
    if (x === 0) return { negative: false, digits: "0".repeat(length) };
    const { digits, exponent: own } = write(x);
    // A sum of numbers of different signs may need one place more than either; its last digit stays away.
    return {
      negative: x < 0,
      digits: `${"0".repeat(Math.max(0, exponent - own))}${digits}`.slice(0, length),
    };
  }) as [Written, Written, Written];
  const left = a === b ? 0 : of - (exponent - write(a - b).exponent);
  const cancelled = Math.min(of, Math.max(0, of - left));
  const head = (written: Written) => (written.negative ? "-" : "+") + written.digits.slice(0, cancelled);
  return { above, below, difference, exponent, cancelled, of, agree: head(above) === head(below) };
}

/** "The first 9 of 16 digits agree and cancel: 7 are left for the slope." */
export function cancellationSentence({ cancelled, of, agree }: Cancellation): string {
  const what = of === 16 ? "digits" : "bits";
  const verb = agree ? "agree and cancel" : "cancel";
  if (cancelled === 0) return `None of the ${of} ${what} cancel: all are left for the slope.`;
  if (cancelled >= of) return `All ${of} ${what} ${verb}: nothing is left for the slope.`;
  const left = of - cancelled;
  const those = cancelled === 1 ? `The first of ${of} ${what}` : `The first ${cancelled} of ${of} ${what}`;
  const agreeing = cancelled === 1 ? verb.replace("agree", "agrees").replace("cancel", "cancels") : verb;
  return `${those} ${agreeing}: ${left} ${left === 1 ? "is" : "are"} left for the slope.`;
}
