/** Whether a mail could go there at all; whether it does, the server finds out. */
export function isEmailForm(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(typed);
}
