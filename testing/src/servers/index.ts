export { type ApacheServer, type ApacheSite, apachePrograms, startApache } from './apache.ts';
export { type CurtRedis, startCurtRedis } from './curt-redis.ts';
export { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';
export { type NginxServer, startNginx } from './nginx.ts';
export { type PostgresServer, runStatements, startPostgres } from './postgres.ts';
export { type PostgresAdministrator, postgresAdministrator } from './postgres-administrator.ts';
export { type RedisServer, startRedis } from './redis.ts';
export { openStranger, type Stranger } from './stranger.ts';
