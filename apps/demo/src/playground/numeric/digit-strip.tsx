import { format } from "../../format.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { type Cancellation, cancellation, cancellationSentence } from "./cancellation.ts";

interface DigitStripProps {
  /** The leaf's name. */
  readonly name: string;
  /** f(x + h), and f(x). */
  readonly above: number;
  readonly below: number;
}

/** f(x + h) above f(x), digit by digit and bit by bit, with those marked that are gone in the difference. */
export function DigitStrip({ name, above, below }: DigitStripProps) {
  const decimal = cancellation(above, below, "decimal");
  const binary = cancellation(above, below, "binary");
  return (
    <div class="digit-strip">
      <h3>
        Digits that cancel in f({name} + h) − f({name})
      </h3>
      {decimal && binary ? (
        <>
          <Strip name={name} of={decimal} base={10} />
          <Strip name={name} of={binary} base={2} />
        </>
      ) : (
        <p class="note">
          f({name} + h) is {format(above)} and f({name}) is {format(below)}: there are no digits to compare.
        </p>
      )}
    </div>
  );
}

interface StripProps {
  readonly name: string;
  readonly of: Cancellation;
  readonly base: 2 | 10;
}

function Strip({ name, of, base }: StripProps) {
  const rows = [
    [`f(${name} + h)`, of.above],
    [`f(${name})`, of.below],
    ["difference", of.difference],
  ] as const;
  return (
    <div>
      <p data-cancelled={base}>{cancellationSentence(of)}</p>
      <ScrollRegion label={base === 2 ? "Bits" : "Digits"}>
        <table>
          <tbody>
            {rows.map(([label, { negative, digits }]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <code>
                    {negative ? "−" : "\u00a0"}
                    <Digits digits={digits} cancelled={of.cancelled} counted={of.of} />
                    {of.exponent !== 0 && (
                      <>
                        {" "}
                        · {base}
                        <sup>{format(of.exponent)}</sup>
                      </>
                    )}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

interface DigitsProps {
  readonly digits: string;
  readonly cancelled: number;
  /** Digits behind these only tell a double from its neighbours. */
  readonly counted: number;
}

/** The digits, a point behind the first one: those that cancel, those that are left, and what is beyond a double. */
function Digits({ digits, cancelled, counted }: DigitsProps) {
  const part = (from: number, to: number) => {
    const text = digits.slice(from, to);
    return from === 0 && text !== "" ? `${text.slice(0, 1)}.${text.slice(1)}` : text;
  };
  return (
    <>
      {cancelled > 0 && <s class="cancelled">{part(0, cancelled)}</s>}
      <span class="left">{part(cancelled, counted)}</span>
      <span class="beyond">{part(Math.max(cancelled, counted), digits.length)}</span>
    </>
  );
}
