/** Where a service of a region is. */
export function endpointOf(service: 'sts' | 'secretsmanager', region: string): string {
  return `https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}
