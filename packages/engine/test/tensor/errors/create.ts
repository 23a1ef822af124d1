import { arange, eye, full, ones, rand, randn, tensor, zeros } from "@outgrad/engine";
import { type ErrorRow, stream } from "./row.js";

/** Bad calls of what makes leaves. */
export const createErrors: readonly ErrorRow[] = [
  [
    "tensor([1, 2], { shape: [3] })",
    () => tensor([1, 2], { shape: [3] }),
    "tensor: the shape [3] holds 3 numbers, got 2.",
  ],
  ["tensor([1], { dtype: 'int' })", () => tensor([1], { dtype: "int" as never }), /tensor: expected dtype/],
  [
    "ones([2], { requiresGrad: 1 })",
    () => ones([2], { requiresGrad: 1 as never }),
    "ones: expected true or false for requiresGrad, got 1.",
  ],
  ["ones('2')", () => ones("2" as never), 'ones: expected a shape such as [2, 3], got "2".'],
  ["full([2], null)", () => full([2], null as never), "full: expected a number, got null."],
  ["full([0.5], 1)", () => full([0.5], 1), /full: a shape holds integers >= 0/],
  [
    "arange(0, 1, -1)",
    () => arange(0, 1, -1),
    "arange: expected finite numbers and a step that leads from 0 to 1, got -1.",
  ],
  [
    "zeros([, 2])",
    () => zeros(Object.assign([], { 1: 2 })),
    "zeros: a shape holds integers, but dim 0 is undefined.",
  ],
  ["arange(0, 3, {}, 2)", () => arange(0, 3, {} as never, 2 as never), "arange: the options come last."],
  ["arange('3')", () => arange("3" as never), /arange: expected finite numbers/],
  ["arange(Infinity)", () => arange(Number.POSITIVE_INFINITY), /arange: expected finite numbers/],
  ["eye(-1)", () => eye(-1), /eye: a shape holds integers >= 0/],
  ["eye(2, { dtype: 'f4' })", () => eye(2, { dtype: "f4" as never }), /eye: expected dtype/],
  [
    "rand([2])",
    () => rand([2], undefined as never),
    "rand: expected random numbers such as random(1), got undefined.",
  ],
  ["rand([-2], random(1))", () => rand([-2], stream()), /rand: a shape holds integers >= 0/],
  [
    "randn([2], Math.random)",
    () => randn([2], Math.random as never),
    /randn: expected random numbers such as random\(1\)/,
  ],
  ["randn([NaN], random(1))", () => randn([Number.NaN], stream()), /randn: a shape holds integers >= 0/],
];
