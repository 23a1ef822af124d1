// How `changeset version` writes the changelogs: what people read in them is what changed, not which commits did it.

/** A changeset as an item of a list, its further lines below. */
async function getReleaseLine({ summary }) {
  const [first, ...rest] = summary.trim().split("\n");
  return [`- ${first}`, ...rest.map((line) => line && `  ${line}`)].join("\n");
}

/** That a package has a new version only for others of ours that it needs. */
async function getDependencyReleaseLine(_changesets, dependencies) {
  const names = dependencies.map(({ name, newVersion }) => `${name} ${newVersion}`);
  return names.length === 0 ? "" : `- Needs ${names.join(", ")}.`;
}

export default { getReleaseLine, getDependencyReleaseLine };
