import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes of one answer, as a server sends them that compresses in one way or the other. */
export interface CompressedSize {
  readonly gzip: number;
  /** As Signet's own server has it. */
  readonly brotli: number;
}

/** Fonts and pictures are sent as they are. */
export function compressedSize(path: string, body: Buffer): CompressedSize {
  if (/\.(?:woff2?|png|ico)$/.test(path)) return { gzip: body.length, brotli: body.length };
  return { gzip: gzipSync(body, { level: 9 }).length, brotli: brotliCompressSync(body).length };
}
