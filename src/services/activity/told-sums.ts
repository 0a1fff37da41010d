/** Which numbers of different things are asked for: documents, pairs of units and products. */
export interface Distinct {
  readonly documents: boolean;
  readonly products: boolean;
  /** Of who is active, in the same pass. */
  readonly active?: boolean;
}

/** SQL columns over sums and the numbers of lines that do not say: 0 where nothing was sold, NULL for unknown. */
export const toldSums = ({ documents, products, active = false }: Distinct): string => {
  const columns = [
    'if(lines > 0 AND amount_unknown = lines, NULL, ifNull(sales, 0)) AS sales',
    'if(net_unknown > 0, NULL, ifNull(sales_net, 0)) AS sales_net',
    ...(documents ? ['if(unnumbered > 0, NULL, documents) AS documents'] : []),
    ...(products ? ['if(unknown_product > 0, NULL, sku_pairs) AS sku_pairs'] : []),
    ...(active ? ['active_size'] : []),
  ];
  return columns.join(', ');
};
