export const secretsDefaults = {
  /** Whoever rotates a secret sees it in use while they look on; a store is asked little. */
  refreshEvery: '5m',
  /** Time for whoever shows the secret to be given the new one. */
  overlap: '1h',
} as const;

/** Where Kubernetes puts the token of the service account. */
export const serviceAccountToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';
