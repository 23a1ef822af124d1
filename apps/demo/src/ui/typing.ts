/** Whether a key goes into a text, so that it is no shortcut; also when Ctrl, Alt or Meta make it another key. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.matches(
    "textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox])",
  );
}
