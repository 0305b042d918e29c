import type { ReadFile } from './careless-kid.ts';

/** A file system of a few files inside the page. Like a real one, it follows `..` in a path. */
export function pretendedFiles(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): ReadFile {
  return (path) => files[new URL(path, 'file:///').pathname];
}
