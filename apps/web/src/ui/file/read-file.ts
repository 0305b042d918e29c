/** Nobody has a token or key of this size, in bytes. */
export const mostBytes: number = 4 * 1024 * 1024;

export type TakeBytes = (bytes: Uint8Array) => void;

export interface FileTaker {
  readonly onBytes: TakeBytes;
  /** Called instead for a file that is too large to read. @param size bytes */
  readonly onOversized: (size: number) => void;
}

/** Reads a file in the page itself; one that is too large is not opened at all. */
export async function readFile(file: File, { onBytes, onOversized }: FileTaker): Promise<void> {
  if (file.size > mostBytes) onOversized(file.size);
  else onBytes(new Uint8Array(await file.arrayBuffer()));
}
