/** In which order those who have a model are asked. */
export const targetStrategies = ['priority', 'weighted', 'least-loaded', 'fastest', 'cheapest'] as const;

/** What a model may not be able to do, so that it is passed over for who needs it. */
export const modelAbilities = ['vision', 'audio', 'files', 'tools', 'schema', 'reasoning'] as const;

/** Of each model. */
export const choosingDefaults = { strategy: 'priority', retries: 1, weight: 1 } as const;
