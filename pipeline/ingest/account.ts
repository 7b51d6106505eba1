/** What became of the rows that came in. Every row is in exactly one of the four. */
export interface Account {
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly skipped: number;
}

export const emptyAccount: Account = {received: 0, accepted: 0, quarantined: 0, duplicates: 0, skipped: 0};

export function addAccounts(accounts: readonly Account[]): Account {
  return accounts.reduce(
    (sum, account) => ({
      received: sum.received + account.received,
      accepted: sum.accepted + account.accepted,
      quarantined: sum.quarantined + account.quarantined,
      duplicates: sum.duplicates + account.duplicates,
      skipped: sum.skipped + account.skipped,
    }),
    emptyAccount,
  );
}

/** Throws when a row is unaccounted for: a bug, not a fault of the delivery. */
export function assertAccounted(account: Account, where: string): Account {
  const counted = account.accepted + account.quarantined + account.duplicates + account.skipped;
  if (counted !== account.received) throw new Error(`not accounted for: ${where}: ${account.received} in, ${counted} out`);
  return account;
}
