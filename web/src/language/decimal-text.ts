/** «1 500,50» as the server writes it. */
export const decimalText = (typed: string): string =>
  typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
