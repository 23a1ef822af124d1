/// <reference lib="dom" preserve="true" />
import { make } from "./make.js";

/** A choice of a few, all in sight: real radio buttons in a field set with a name. */
export class Choice<T extends string> {
  readonly field: HTMLFieldSetElement;
  private readonly inputs = new Map<T, HTMLInputElement>();

  constructor(
    legend: string,
    options: readonly (readonly [value: T, text: string])[],
    onChoose: (value: T) => void,
  ) {
    const name = `og-${legend}`;
    const labels = options.map(([value, text]) => {
      const input = make("input", { type: "radio", name, value });
      input.addEventListener("change", () => onChoose(value));
      this.inputs.set(value, input);
      return make("label", {}, input, make("span", {}, text));
    });
    this.field = make("fieldset", { class: "og-choice" }, make("legend", {}, legend), ...labels);
  }

  set value(value: T) {
    for (const [each, input] of this.inputs) input.checked = each === value;
  }
}
