import { Check } from 'lucide-react';
import { permissions, permissionsOf, roles } from '../../../../../src/domain/access.ts';
import { Block } from '../../../design/page.tsx';
import { useWords } from '../../../language/language.tsx';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import own from './roles-table.module.css';
import { usersWords } from './words.ts';

/** Roles as what they may do. */
export function RolesTable() {
  const say = useWords(usersWords);
  const common = useWords(commonWords);
  return (
    <Block title={say('roles')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={say('roles')}>
        <table className={`${classes.table} ${own.roles}`}>
          <thead>
            <tr>
              <th scope="col">{say('permission')}</th>
              {roles.map((role) => (
                <th scope="col" key={role}>
                  {common('role', { role })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{say(permission)}</th>
                {roles.map((role) => {
                  const may = permissionsOf[role].includes(permission);
                  return (
                    <td key={role}>
                      {may ? (
                        <Check size={16} strokeWidth={1.8} aria-hidden />
                      ) : (
                        <span aria-hidden className="muted">
                          —
                        </span>
                      )}
                      <span className="sr-only">{say(may ? 'may' : 'mayNot')}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={classes.small}>{say('rolesHelp')}</p>
    </Block>
  );
}
