/** What has become of a client, by somebody's word: he went away himself, he closed down, or the company ended it. */
export const customerStatuses = ['works', 'left', 'closed', 'ended'] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

/** Of whom nobody expects purchases any more: they stay in the total base and are not of the working one. */
export const stoppedStatuses = ['closed', 'ended'] as const satisfies readonly CustomerStatus[];

/** Of whom nobody has said anything. */
export const statusUnlessSaid: CustomerStatus = 'works';

export const isCustomerStatus = (text: string): text is CustomerStatus =>
  (customerStatuses as readonly string[]).includes(text);
