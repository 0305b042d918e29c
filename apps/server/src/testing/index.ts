/** For the tests of the rooms above: the machine as it may be, and who else may be on it. */
export { type RunningServer, writeRunningFile } from '../startup/running-file.ts';
export { quietPort } from './quiet-port.ts';
export { describeWithStranger, openStranger, type Stranger } from './stranger.ts';
