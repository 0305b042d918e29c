/** Of each budget. */
export const budgetDefaults = { zone: 'UTC' } as const;
