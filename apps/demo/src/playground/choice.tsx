interface Example {
  readonly id: string;
  readonly name: string;
  readonly lesson: string;
}

interface ChoiceProps<E extends Example> {
  readonly groups: readonly { readonly name: string; readonly presets: readonly E[] }[];
  /** The example on the screen; none if it is a person's own. */
  readonly chosen: Example | undefined;
  onChoose(example: E): void;
}

/** The ready examples under their headings, and what to look for in the one that is shown. */
export function Choice<E extends Example>({ groups, chosen, onChoose }: ChoiceProps<E>) {
  const choose = (id: string) => {
    const example = groups.flatMap(({ presets }) => presets).find((each) => each.id === id);
    if (example) onChoose(example);
  };
  return (
    <>
      <label class="setting">
        <span class="setting-name">Examples</span>
        <select
          class="select examples"
          value={chosen?.id ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {!chosen && <option value="">Your own</option>}
          {groups.map(({ name, presets }) => (
            <optgroup key={name} label={name}>
              {presets.map((each) => (
                <option key={each.id} value={each.id} selected={each.id === chosen?.id}>
                  {each.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {chosen && <p class="note">{chosen.lesson}</p>}
    </>
  );
}
