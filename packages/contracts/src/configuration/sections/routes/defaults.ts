/** For each route. */
export const routeDefaults = {
  limit: { by: 'route' },
} as const;
