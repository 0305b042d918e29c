/** Millionths as people write money, with all six decimals: nothing is rounded. */
export function moneyText(micros: number): string {
  const digits = String(micros).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
