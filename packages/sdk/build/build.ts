import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleDoors } from './bundle-doors.ts';
import { collectTypes } from './collect-types.ts';
import { doorsOf, readManifest, room } from './doors.ts';
import { writeManifest } from './write-manifest.ts';

/* Writes `dist/`, or the folder that is named: the package as an app installs it, of plain JavaScript with types, which
 * needs no room of this repository. */

const target = process.argv[2] ?? join(room, 'dist');
const doors = doorsOf(readManifest(join(room, 'package.json')));
rmSync(target, { recursive: true, force: true });
const bundled = await bundleDoors(doors, target);
const named = collectTypes(doors, target);
writeManifest(doors, [...bundled.flatMap(({ packages }) => packages), ...named], target);
copyFileSync(join(room, '../../LICENSE'), join(target, 'LICENSE'));
copyFileSync(join(room, 'README.md'), join(target, 'README.md'));
for (const { file, bytes } of bundled) process.stdout.write(`${file} ${Math.round(bytes / 1000)} kB\n`);
