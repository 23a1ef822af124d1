declare module "*.css";

interface ImportMeta {
  readonly env: { readonly SSR: boolean; readonly BASE_URL: string };
}
