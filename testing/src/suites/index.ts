export { describeWithPrograms, type Needed } from './describe-with-programs.ts';
export { describeWithNginx, describeWithPostgres, describeWithRedis } from './describe-with-servers.ts';
export { describeWithStranger } from './describe-with-stranger.ts';
export { describeUnlessMissing } from './leave-out.ts';
