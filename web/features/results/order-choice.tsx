import type { ListingOrder } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Results } from './use-results.ts';

/** The order the list is in, and the others it can take: distance needs a point, the best match some words. */
export function OrderChoice({
  variables,
  onOrder,
}: {
  variables: Results['variables'];
  onOrder: (order: ListingOrder) => void;
}) {
  const { t } = useI18n();
  const orders: { id: ListingOrder; label: string; possible: boolean }[] = [
    { id: 'DISTANCE', label: t.nearestFirst, possible: variables.near !== null },
    { id: 'RELEVANCE', label: t.bestMatch, possible: Boolean(variables.where.text) },
    { id: 'NAME', label: t.byName, possible: true },
    { id: 'UPDATED', label: t.latestFirst, possible: true },
  ];
  return (
    <select
      className="order"
      aria-label={t.order}
      value={variables.orderBy}
      onChange={({ currentTarget }) => {
        const order = orders.find(({ id }) => id === currentTarget.value);
        if (order) onOrder(order.id);
      }}
    >
      {orders
        .filter(({ possible }) => possible)
        .map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
    </select>
  );
}
