import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writtenPath } from './collect-types.ts';
import { type Manifest, readManifest, room } from './doors.ts';

/** Rooms whose code is built in, and whose packages are therefore the app's. */
const builtIn = ['token', 'conditions', 'contracts', 'trust'];

/**
 * Writes the `package.json` that an app gets: doors of JavaScript with their types, and exactly the packages that they
 * load or whose types they name, in the versions that the rooms stand on.
 * @throws Error for a package of which no room says the version
 */
export function writeManifest(
  doors: ReadonlyMap<string, string>,
  used: readonly string[],
  target: string,
): void {
  const own = readManifest(join(room, 'package.json'));
  const { description, license, type } = own as Manifest & Readonly<Record<string, string>>;
  const exports = [...doors].map(([door, file]) => [
    `./${door}`,
    { types: `./${writtenPath({ room: 'sdk', file })}`, default: `./${door}.js` },
  ]);
  const manifest = {
    name: '@signet/sdk',
    version: own.version,
    description,
    license,
    type,
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: Object.fromEntries(exports),
    dependencies: versionsOf(used),
  };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function versionsOf(used: readonly string[]): Readonly<Record<string, string>> {
  const known = Object.assign(
    {},
    ...builtIn.map((name) => readManifest(join(room, '..', name, 'package.json')).dependencies),
  ) as Readonly<Record<string, string>>;
  const names = [...new Set(used.map(packageName))].filter((name) => !name.startsWith('node:')).sort();
  return Object.fromEntries(
    names.map((name) => {
      const version = known[name];
      if (version === undefined || !/^\d/.test(version)) throw new Error(`No room says which ${name}`);
      return [name, version];
    }),
  );
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
