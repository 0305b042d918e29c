/** Where Kubernetes puts the token of the service account. */
export const serviceAccountToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';
