import { Link } from '@tanstack/react-router';
import { Block } from '../../../design/page.tsx';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import classes from './points-tab.module.css';
import { Family } from './side.tsx';
import { cardWords } from './words.ts';

/** Where goods are brought to, by legal entity. */
export function PointsTab({ card }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  const { legalEntities } = card.family;
  const named = legalEntities.map((entity) => ({
    entity,
    points: entity.deliveryPoints.filter(({ implicit }) => !implicit),
  }));
  const count = named.reduce((sum, { points }) => sum + points.length, 0);
  return (
    <>
      <Block title={say('family')} aside={say('familyAside', { n: count })}>
        {count === 0 ? (
          <p className="muted">{say('noPoints')}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('point')}</th>
                <th scope="col">{say('city')}</th>
                <th scope="col">{say('address')}</th>
              </tr>
            </thead>
            {named
              .filter(({ points }) => points.length > 0)
              .map(({ entity, points }) => (
                <tbody key={entity.id}>
                  {legalEntities.length > 1 && (
                    <tr>
                      <th scope="rowgroup" colSpan={3} className={classes.entity}>
                        <Link
                          to="/customers/$unit/$id"
                          params={{ unit: 'legalEntity', id: String(entity.id) }}
                        >
                          {entity.name}
                        </Link>
                      </th>
                    </tr>
                  )}
                  {points.map((point) => (
                    <tr
                      key={point.id}
                      data-self={(card.unit === 'deliveryPoint' && card.id === point.id) || undefined}
                    >
                      <th scope="row">
                        <Link
                          to="/customers/$unit/$id"
                          params={{ unit: 'deliveryPoint', id: String(point.id) }}
                        >
                          {point.name || point.code}
                        </Link>
                      </th>
                      <td>{point.city}</td>
                      <td>{point.address}</td>
                    </tr>
                  ))}
                </tbody>
              ))}
          </table>
        )}
      </Block>
      {(legalEntities.length > 1 || card.unit !== 'client') && <Family card={card} most={0} />}
    </>
  );
}
