import type { Library } from '../model/library.ts';
import { beam } from './beam.ts';
import { c } from './c.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { javascript } from './javascript.ts';
import { jvm } from './jvm.ts';
import { others } from './others.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { swift } from './swift.ts';

/** The day on which every entry was last read against its sources. */
export const reviewed = '2026-11-29';

/**
 * The libraries, by language. Each claim names the place where it was read; what was not found is left out, and shown as
 * not stated. To change an entry, read its repository at a newer commit, set `commit` and `read`, and look at every line.
 */
export const libraries: readonly Library[] = [
  ...javascript,
  ...python,
  ...jvm,
  ...go,
  ...rust,
  ...dotnet,
  ...php,
  ...ruby,
  ...c,
  ...beam,
  ...swift,
  ...others,
];
