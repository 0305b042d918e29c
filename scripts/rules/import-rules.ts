import { dirname, join, normalize } from 'node:path';
import { moduleImports } from './module-imports.ts';
import { type Room, rooms, testingRoom } from './rooms.ts';
import { unknownFolders, wallComplaint } from './walls.ts';

export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Everything in these files that the rooms' rules forbid, one sentence each; empty when all is well. */
export function importViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = Object.values(rooms).find(({ folder }) => file.path.startsWith(`${folder}/`));
    if (room === undefined) return [];
    return [
      ...importsOf(file, room),
      ...environmentReads(file, room),
      ...forbiddenFolder(file),
      ...unknownFolders(file),
    ];
  });
}

function importsOf(file: SourceFile, room: Room): readonly string[] {
  return moduleImports(file.path, file.text).flatMap(({ specifier, line }) => {
    const complaint = specifier.startsWith('.')
      ? relativeComplaint(file, room, specifier)
      : packageComplaint(file, room, specifier);
    return complaint === undefined ? [] : [`${file.path}:${line} ${complaint}`];
  });
}

function relativeComplaint(file: SourceFile, room: Room, specifier: string): string | undefined {
  const target = normalize(join(dirname(file.path), specifier));
  if (!target.startsWith(`${room.folder}/`)) {
    return `reaches into ${target}; import another room by its name`;
  }
  return wallComplaint(file.path, target);
}

function packageComplaint(file: SourceFile, room: Room, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) {
    return room.browserSafe && !isTest(file.path) && file.path.includes('/src/')
      ? `imports ${specifier}; this room also runs in a browser`
      : undefined;
  }
  const [, name, subpath = ''] = /^(@signet\/[^/]+)\/?(.*)$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  const forTests = name === testingRoom || isForTests(subpath);
  if (forTests && !isTest(file.path)) return `imports ${specifier}, which is for tests`;
  if (rooms[name]?.folder === room.folder || room.mayImport.includes(name)) return undefined;
  if (name === testingRoom) return undefined;
  if (room.inTests?.includes(name) && isTest(file.path)) return undefined;
  if (room.portsOf?.includes(name) && /^ports(\/|$)/.test(subpath)) return undefined;
  const allowed = [...room.mayImport, ...(room.portsOf ?? []).map((owner) => `${owner}/ports`)];
  return `imports ${name}; ${room.folder} may import ${allowed.join(', ') || 'nothing of ours'}`;
}

/** DESIGN §1: only the composition root and the command read the environment. */
function environmentReads(file: SourceFile, room: Room): readonly string[] {
  const mayRead = room.folder === 'apps/server' || room.folder === 'apps/cli';
  if (mayRead || isTest(file.path) || file.path.endsWith('.config.ts')) return [];
  return file.text
    .split('\n')
    .flatMap((text, index) =>
      text.includes('process.env') ? [`${file.path}:${index + 1} reads the environment`] : [],
    );
}

function forbiddenFolder(file: SourceFile): readonly string[] {
  const match = /\/(common|shared|utils?|helpers?|misc)(\/|\.tsx?$)/.exec(file.path);
  return match === null ? [] : [`${file.path} stands in "${match[1]}"; give the piece its own name`];
}

/** Subpaths that a room exports for tests alone. */
function isForTests(subpath: string): boolean {
  return /^(testing|ports\/contracts|ports\/examples)(\/|$)/.test(subpath);
}

function isTest(path: string): boolean {
  return (
    /\.(test|contract)\.tsx?$/.test(path) ||
    /\/ports\/examples\.ts$/.test(path) ||
    path.endsWith('/vitest.config.ts') ||
    /(^|\/)testing\//.test(path) ||
    path.includes('/test/')
  );
}
