/** First digits of the big card networks, and how long their numbers are (ISO/IEC 7812). */
const networks =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14})$/;

/** Whether a text is the number of a payment card: digits of a known network with a right Luhn digit. */
export function hasCardNumber(text: string): boolean {
  if (text.length > 40) return false;
  const digits = text.replace(/[ -]/g, '');
  return networks.test(digits) && luhn(digits);
}

/** ISO/IEC 7812-1 Annex B: every second digit from the right is doubled. */
function luhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
