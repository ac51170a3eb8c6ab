/** `12,345` */
export function grouped(amount: number): string {
  return amount.toLocaleString('en-US');
}

/** `1 wheel`, `12,345 wheels`. */
export function count(amount: number, noun: string): string {
  return `${grouped(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
