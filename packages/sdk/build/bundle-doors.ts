import { rolldown } from 'rolldown';
import { room } from './doors.ts';

/** A file of plain JavaScript that an app gets. */
export interface Bundled {
  readonly file: string;
  readonly bytes: number;
  /** Packages of others that it loads when it runs. */
  readonly packages: readonly string[];
}

/** Rooms of ours are built in; what npm or Node has is left to them. */
function isForeign(specifier: string): boolean {
  return /^(node:|@|[a-z])/.test(specifier) && !specifier.startsWith('@signet/');
}

/** Writes every door as an ES module, and what several of them need as a module beside them. */
export async function bundleDoors(
  doors: ReadonlyMap<string, string>,
  target: string,
): Promise<readonly Bundled[]> {
  const bundle = await rolldown({
    cwd: room,
    input: Object.fromEntries(doors),
    external: isForeign,
    platform: 'node',
    transform: { target: 'node20' },
    // No room does anything by being loaded, so what a door does not use is not in it.
    treeshake: { moduleSideEffects: false },
    resolve: { conditionNames: ['import'] },
  });
  const { output } = await bundle.write({
    dir: target,
    format: 'es',
    chunkFileNames: 'parts/[name]-[hash].js',
  });
  await bundle.close();
  return output.map((piece) => {
    if (piece.type !== 'chunk') throw new Error(`${piece.fileName} is no JavaScript`);
    const packages = [...piece.imports, ...piece.dynamicImports].filter(
      (name) => isForeign(name) && !name.startsWith('node:') && !output.some((one) => one.fileName === name),
    );
    return { file: piece.fileName, bytes: Buffer.byteLength(piece.code), packages };
  });
}
