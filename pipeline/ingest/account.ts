/** What became of the rows that came in. Every row is in exactly one of the four. */
export interface Account {
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly skipped: number;
}

const parts = ["received", "accepted", "quarantined", "duplicates", "skipped"] as const;

export function addAccounts(accounts: readonly Account[]): Account {
  const sums = parts.map((part) => [part, accounts.reduce((sum, account) => sum + account[part], 0)]);
  return Object.fromEntries(sums) as Record<(typeof parts)[number], number>;
}

/** Throws when a row is unaccounted for: a bug, not a fault of the delivery. */
export function assertAccounted(account: Account, where: string): void {
  const {received, accepted, quarantined, duplicates, skipped} = account;
  const counted = accepted + quarantined + duplicates + skipped;
  if (counted !== received) throw new Error(`not accounted for: ${where}: ${received} in, ${counted} out`);
}
