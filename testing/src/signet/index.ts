export { launcher, main, root } from './commands.ts';
export { type Ran, type RunOptions, runSignet } from './run-signet.ts';
export { type ShellRun, type SignetOfReadme, startAsReadme } from './start-as-readme.ts';
export {
  freePorts,
  type RunningSignet,
  type SignetStart,
  startArguments,
  startSignet,
} from './start-signet.ts';
