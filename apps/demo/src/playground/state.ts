import { batch, effect } from "@preact/signals";
import { keepInAddress, onAddress } from "../state/location.ts";
import { type PlayState, readPlay, writePlay } from "./address.ts";
import { nudgeExponent } from "./nudge.ts";
import { looking } from "./numeric/looking.ts";
import { code, overrides, runNow } from "./program.ts";
import { language, leaves, numbers, passes, setLanguage, setText, text } from "./source.ts";
import { order, predict, wanted } from "./telling.ts";

/** Shows a state whole: an example, or what a link says. */
export function show(state: PlayState): void {
  const isProgram = state.language === "typescript" && state.code.trim() !== "";
  batch(() => {
    language.value = state.language;
    passes.value = state.passes;
    wanted.value = state.position;
    order.value = state.order;
    predict.value = state.predict;
    nudgeExponent.value = state.exponent;
    looking.value = state.looking;
    if (state.language === "typescript") {
      code.value = isProgram ? state.code : "";
      overrides.value = isProgram ? state.leaves : new Map();
    }
    if (!isProgram) numbers.value = state.leaves;
    setText(state.text);
  });
  if (isProgram) runNow();
  else if (state.language === "typescript") setLanguage("typescript");
}

onAddress("play", (query) => show(readPlay(query)));

effect(() => {
  const isProgram = language.value === "typescript";
  const state: PlayState = {
    language: language.value,
    text: text.value,
    code: isProgram ? code.value : "",
    leaves: isProgram ? overrides.value : leaves.value,
    passes: passes.value,
    position: wanted.value,
    order: order.value,
    predict: predict.value,
    exponent: nudgeExponent.value,
    looking: looking.value,
  };
  keepInAddress("play", writePlay(state));
});
