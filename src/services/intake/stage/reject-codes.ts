/** Why a source row is no line of the journal. Below 100: rejected (comes back as a file); from 100: set aside. */
export const rejectCodes = {
  noCustomer: 1,
  dateMissing: 2,
  dateUnreadable: 3,
  dateImpossible: 4,
  quantityUnreadable: 5,
  amountUnreadable: 6,
  priceUnreadable: 7,
  nothingSold: 8,
  totalRow: 100,
  emptyRow: 101,
  repeatedHeader: 102,
  notASale: 103,
  notPosted: 104,
} as const;

export type RejectName = keyof typeof rejectCodes;

export const rejectNames = new Map<number, RejectName>(
  Object.entries(rejectCodes).map(([name, code]) => [code, name as RejectName]),
);

export const firstSetAside = 100;
