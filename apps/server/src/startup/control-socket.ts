import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Door, openDoor } from './door.ts';

/** A socket in the file system by which the commands of the same user reach the control side. */
export interface ControlSocket extends Door {
  readonly path: string;
}

/** `sun_path` holds 104 bytes on some systems, 108 on others, a zero at the end included (unix(7)). */
const longestPath = 103;
const name = 'control.sock';

/**
 * Opens the socket in the data folder, or, where its path is too long for the system or the file system takes no
 * sockets, in a folder of its own among the temporary files. Only this user may connect to it, and nobody else can put
 * another in its place: that is what makes it a better address than any port. On Windows there is none.
 * @returns undefined where neither is to be had; then the commands use the port
 */
export async function openControlSocket(
  server: Server,
  dataFolder: string,
  temporaryFolder: string = tmpdir(),
): Promise<ControlSocket | undefined> {
  if (process.platform === 'win32') return undefined;
  const inData = await openAt(server, join(dataFolder, name));
  return inData ?? openAmongTemporary(server, temporaryFolder);
}

async function openAmongTemporary(server: Server, folder: string): Promise<ControlSocket | undefined> {
  if (!fits(join(folder, 'signet-XXXXXX', name))) return undefined;
  const own = makeFolder(folder);
  if (own === undefined) return undefined;
  const remove = () => rmSync(own, { recursive: true, force: true });
  const socket = await openAt(server, join(own, name));
  if (socket === undefined) remove();
  return (
    socket && {
      path: socket.path,
      async close() {
        await socket.close();
        remove();
      },
    }
  );
}

/** With mode 0700, and a name that nobody can have taken before. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdtempSync(join(folder, 'signet-'));
  } catch {
    // No place for temporary files, so no socket either.
    return undefined;
  }
}

async function openAt(server: Server, path: string): Promise<ControlSocket | undefined> {
  if (!fits(path)) return undefined;
  try {
    // One that a killed server left behind: the data folder is locked, so nobody uses it.
    rmSync(path, { force: true });
    const door = await openDoor(server, { path });
    chmodSync(path, 0o600);
    return { path, close: door.close };
  } catch {
    // A file system without sockets, or a folder in the way: there is another place.
    return undefined;
  }
}

function fits(path: string): boolean {
  return Buffer.byteLength(path) <= longestPath;
}
