import { readdir, readFile } from 'node:fs/promises';

/** What `/proc/PID/stat` says of one process. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** User and system time of all of its threads, and of children that have ended and were waited for, in clock ticks. */
  readonly ticks: number;
}

/** Clock ticks a second. The kernel reports 100 to user space on every architecture that Node runs on. */
const ticksPerSecond = 100;

/**
 * Reads one line of `/proc/PID/stat` (proc(5)). The command's name stands in parentheses and may itself hold
 * spaces and parentheses, so the fields are counted from the last `)`. Throws on anything else.
 */
export function parseStat(text: string): ProcessStat {
  const afterName = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const parent = Number(afterName[1]);
  const times = afterName.slice(11, 15).map(Number);
  const ticks = times.reduce((sum, time) => sum + time, 0);
  const pid = Number.parseInt(text, 10);
  if (times.length < 4 || Number.isNaN(pid + parent + ticks)) {
    throw new Error(`Expected a line of /proc/PID/stat; got ${JSON.stringify(text.slice(0, 80))}.`);
  }
  return { pid, parent, ticks };
}

/** The ticks of `root` and of everything descended from it. */
export function ticksOfTree(all: readonly ProcessStat[], root: number): number {
  const own = all.find((stat) => stat.pid === root)?.ticks ?? 0;
  const children = all.filter((stat) => stat.parent === root);
  return children.reduce((sum, child) => sum + ticksOfTree(all, child.pid), own);
}

/** CPU time in microseconds, user and system, used so far by process `root` and its descendants. Linux only. */
export async function cpuMicros(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(readStat));
  const alive = stats.filter((stat) => stat !== undefined);
  return (ticksOfTree(alive, root) / ticksPerSecond) * 1e6;
}

/** A process may end between the listing and the reading; that is no error. */
async function readStat(pid: string): Promise<ProcessStat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text === '' ? undefined : parseStat(text);
}
