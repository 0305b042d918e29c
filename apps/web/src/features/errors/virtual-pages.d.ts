/** Made by `build/error-pages` from the files of `docs/errors`. */
declare module 'virtual:error-pages' {
  export const groups: readonly import('./model/page.ts').PageGroup[];
}
