import packages from "../../api/typedoc-sidebar.json" with { type: "json" };

type Item = (typeof packages)[number];

const folderOf = ({ link }: Item) => link.replace(/(index)?(\.md)?$/, "");

/**
 * The reference beside its pages: the packages, and of the package that a page belongs to everything. Not everything
 * of all packages: each page carries its sidebar, and there are hundreds.
 */
export const reference = {
  "/api/": packages.map(({ text, link }) => ({ text, link })),
  ...Object.fromEntries(
    packages.map((open) => [
      folderOf(open),
      packages.map((each) =>
        each === open ? { ...each, collapsed: false } : { text: each.text, link: each.link },
      ),
    ]),
  ),
};
