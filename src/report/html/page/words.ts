export const severityWords = ['info', 'warning', 'error'] as const;

/** `1 finding`, `12,345 findings`. */
export function count(amount: number, noun: string): string {
  return `${grouped(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `12,345` */
export function grouped(amount: number): string {
  return amount.toLocaleString('en-US');
}
