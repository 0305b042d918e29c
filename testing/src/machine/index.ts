export { findChromium } from './find-chromium.ts';
export { findProgram } from './find-program.ts';
/** The address of what makes `localhost` lead to ::1 first, for `--import`. */
export const twoLocalhosts: string = new URL('two-localhosts.ts', import.meta.url).href;
export { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
