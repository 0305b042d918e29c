/** Scopes by which an app asks who the person is, beside those that an API names for itself. */
export const identityScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];
