// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.

/** Part of several functions. */
export function shared1(z: number, r: number): number {
  return z * (0.5 + z * (0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9))))) + r * z * (0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365 + z * (0.000002755724722941529 + z * 2.5109717341139595e-8))));
}

/** Part of several functions. */
export function shared2(x: number, z: number, w: number): number {
  return x * (0.1283791670955126 + z * (-0.3761263890318375 + w * (-0.02686617064500171 + w * (-0.0008548326873591713 + w * (-0.000014925406175619352 + w * (-1.6291146575407073e-7 + w * -8.677340983832215e-10)))) + z * (0.11283791670954699 + w * (0.005223977623589157 + w * (0.00012055325475477212 + w * (0.0000016456854309463074 + w * 1.413042037570693e-8))))));
}

/** Part of several functions. */
export function shared3(square: number, z: number, pPower2: number): number {
  return square + z * (0.666666666666667 + z * 0.39999999999899033 + pPower2 * (0.2857142862636936 + z * 0.222222110590978) + pPower2 * pPower2 * (0.18182895054643194 + z * 0.1533151670058379 + pPower2 * 0.14619041484555698));
}

/** Part of several functions. */
export function shared4(z: number, pPower2: number, pPower4: number): number {
  return z * (-0.33333333333333065 + z * (0.19999999999935464 + z * -0.1428571428032748 + pPower2 * (0.11111110883652602 + z * -0.09090903382897414) + pPower4 * (0.0769221462307701 + z * -0.06665625509889898 + pPower2 * (0.0587408222092426 + z * -0.05215505217076222)) + pPower4 * pPower4 * (0.04560431283838064 + z * -0.03719864643961841 + pPower2 * (0.02556657291316589 + z * -0.012524248495594727) + pPower4 * 0.003134135814643434)));
}

/** Part of several functions. */
export function shared5(r: number, z: number): number {
  return r * z * (0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365 + z * (0.000002755724722941529 + z * 2.5109717341139595e-8))));
}

/** Part of several functions. */
export function shared6(v: number, w: number): number {
  return v * (0.16666666666666669 + w * (0.04464285714805035 + w * (0.022372178312011538 + w * (0.013973125860187398 + w * (0.010446316667760271 + w * (0.01885947851779985 + w * 0.030323659626995896))))) + v * (0.0749999999999759 + w * (0.03038194400554321 + w * (0.017352265231811426 + w * (0.01146033554722546 + w * (0.004924000571813685 + w * -0.017138567663954364))))));
}

/** Part of several functions. */
export function shared7(r: number, head: number, z: number): number {
  return 0.5 * (r - head) * (r + head) + (z * z * (0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9)))) + shared5(r, z));
}

/** Part of several functions. */
export function shared8(r: number, qPower2: number): number {
  return r * (1 + r * (0.5000000044237941 + r * 0.16666666370439748 + qPower2 * (0.04166636072103538 + r * 0.00833338935635441) + qPower2 * qPower2 * (0.0013940639444227601 + r * 0.000198458932138737)));
}

/** Part of several functions. */
export function shared9(z: number, r: number, tail: number): number {
  return z * (0.5 + z * (0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9))))) + r * tail;
}

/** Part of several functions. */
export function shared10(k: number, s: number, z: number): number {
  return k * 0.6931471805599453 + s * (2 + z * (0.6666666564877832 + z * 0.4000033451328362 + z * z * (0.2853734807527806 + z * 0.2358145422841287)));
}
