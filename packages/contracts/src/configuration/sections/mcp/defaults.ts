/** Of each server. */
export const mcpDefaults = {
  speaks: 'stateless',
  connectTimeout: '5s',
  idle: '60s',
  whole: '15m',
} as const;
