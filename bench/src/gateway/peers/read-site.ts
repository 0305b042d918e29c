import { readFileSync } from 'node:fs';
import type { Site } from '../site.ts';

/** The site that the bench wrote for this program, named by its only argument. */
export function readSite(): Site {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Site;
}
