import type { ErrorCurve, Verdict } from "@outgrad/gradcheck";
import type { Found, InputReport, Judged, Look, OpErrors, SearchRound, Slopes } from "./inside/report.ts";
import { aNumber, aText, list, oneOf, orNull, pair, type Reader, record } from "./read.ts";

const verdict: Reader<Verdict> = oneOf("OK", "WRONG", "CAN'T TELL");

const judged = record<Judged>({
  gradient: aNumber,
  verdict,
  expected: aNumber,
  errorBar: aNumber,
  relativeError: aNumber,
  doubt: orNull(oneOf("kink", "cancellation", "non-finite", "non-deterministic")),
  why: orNull(aText),
});

const slopes = record<Slopes>({
  forward: aNumber,
  symmetric: aNumber,
  fivePoint: aNumber,
  richardson: aNumber,
  ridders: aNumber,
  bar: aNumber,
  complex: orNull(aNumber),
});

const curve = record<ErrorCurve>({
  x: aNumber,
  exact: aNumber,
  ridders: record({ value: aNumber, error: aNumber, distance: aNumber }),
  methods: list(
    record<ErrorCurve["methods"][number]>({
      name: oneOf("forward", "symmetric", "five-point", "richardson"),
      order: aNumber,
      points: list(record({ h: aNumber, value: aNumber, error: aNumber })),
    }),
  ),
});

export const readLook = record<Look>({
  names: list(aText),
  range: list(pair),
  y: aNumber,
  inputs: list(
    record<InputReport>({ name: aText, x: aNumber, slopes, engine: orNull(judged), own: orNull(judged) }),
  ),
  curve,
});

const found = record<Found>({ x: list(aNumber), verdict, error: aNumber, why: aText });

export const readRound = record<SearchRound>({ tried: aNumber, worst: orNull(found), kinks: list(found) });

export const readErrors = list(
  record<OpErrors>({
    op: aText,
    arg: aText,
    domain: pair,
    verdict,
    partial: aNumber,
    methods: record<OpErrors["methods"]>({
      forward: pair,
      symmetric: pair,
      fivePoint: pair,
      richardson: pair,
      ridders: pair,
    }),
  }),
);
