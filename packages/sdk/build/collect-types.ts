import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { doorsOf, readManifest, room } from './doors.ts';

const packages = dirname(room.replace(/\/$/, ''));
const emitted = 'node_modules/.cache/types';

/** A declaration file: of which room, and where in it, such as `src/server/index.ts`. */
interface Declared {
  readonly room: string;
  readonly file: string;
}

/**
 * Writes the declarations of every door, and of all that they name, below `types`, each room in a folder of its own.
 * @returns the packages of others that they name
 * @throws Error where types are wrong, or where a declaration names what is not there
 */
export function collectTypes(doors: ReadonlyMap<string, string>, target: string): readonly string[] {
  const { status, stdout } = spawnSync('tsc', ['-b', room], { encoding: 'utf8', stdio: 'pipe' });
  if (status !== 0) throw new Error(`tsc -b ${room} failed: ${stdout}`);
  const queue: Declared[] = [...doors.values()].map((file) => ({ room: 'sdk', file }));
  const seen = new Set(queue.map(keyOf));
  const foreign = new Set<string>();
  for (const declared of queue) {
    const text = readFileSync(emittedPath(declared), 'utf8');
    const written = rewritten(declared, text, (named) => {
      if (typeof named === 'string') foreign.add(named);
      else if (!seen.has(keyOf(named))) {
        seen.add(keyOf(named));
        queue.push(named);
      }
    });
    const path = join(target, writtenPath(declared));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, written);
  }
  return [...foreign];
}

/** Where in the package the declarations of a file stand. */
export function writtenPath({ room: name, file }: Declared): string {
  return `types/${name}/${file.replace(/^src\//, '').replace(/\.ts$/, '.d.ts')}`;
}

function emittedPath({ room: name, file }: Declared): string {
  return join(packages, name, emitted, file.replace(/\.ts$/, '.d.ts'));
}

function keyOf({ room: name, file }: Declared): string {
  return `${name}/${file}`;
}

/** The text with every specifier as it is reached in the package; `found` hears of each target. */
function rewritten(declared: Declared, text: string, found: (target: Declared | string) => void): string {
  let result = text;
  for (const { value, start, end } of specifiersOf(declared, text)) {
    const target = targetOf(declared, value);
    found(target);
    if (typeof target === 'string') continue;
    const way = relative(dirname(writtenPath(declared)), writtenPath(target)).replace(/\.d\.ts$/, '.js');
    const specifier = way.startsWith('.') ? way : `./${way}`;
    result = `${result.slice(0, start)}'${specifier}'${result.slice(end)}`;
  }
  return result;
}

interface Specifier {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** From the last to the first, so that putting another in its place moves none that is still to come. */
function specifiersOf(declared: Declared, text: string): readonly Specifier[] {
  const { module, program, errors } = parseSync('a.d.ts', text);
  if (errors.length > 0) throw new SyntaxError(`${keyOf(declared)}: ${errors[0]?.message}`);
  if (JSON.stringify(program).includes('"TSImportType"'))
    throw new Error(`${keyOf(declared)} names a type by import(…): import it by name`);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest)),
  ];
  const specifiers = requests.flatMap((request) => (request ? [request] : []));
  const once = new Map(specifiers.map((specifier) => [specifier.start, specifier]));
  return [...once.values()].sort((one, other) => other.start - one.start);
}

/** What a specifier leads to: a file of a room of ours, or the name of somebody else's package. */
function targetOf(declared: Declared, specifier: string): Declared | string {
  if (specifier.startsWith('.'))
    return checked({ room: declared.room, file: join(dirname(declared.file), specifier) });
  const [, name, door = ''] = /^@signet\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  if (name === undefined) return specifier;
  const manifest = readManifest(join(packages, name, 'package.json'));
  const file = door === '' ? manifest.exports?.['.']?.slice(2) : doorsOf(manifest).get(door);
  if (file === undefined) throw new Error(`${keyOf(declared)} names ${specifier}, which is no door`);
  return checked({ room: name, file });
}

function checked(declared: Declared): Declared {
  if (existsSync(emittedPath(declared))) return declared;
  throw new Error(`There are no declarations of ${keyOf(declared)}`);
}
