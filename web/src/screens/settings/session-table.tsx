import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { UserSession } from '../../server/api.ts';
import { deviceName } from './device-name.ts';
import classes from './settings.module.css';
import { commonWords } from './words.ts';

/** Where somebody is signed in; `current` is this very page. */
export function SessionTable({
  sessions,
  onEnd,
}: {
  readonly sessions: readonly (UserSession & { readonly current?: boolean })[];
  readonly onEnd: (id: number) => void;
}) {
  const say = useWords(commonWords);
  const formats = useFormats();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('device')}</th>
          <th scope="col">{say('since')}</th>
          <th scope="col">{say('lastUsed')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, device, createdAt, lastUsedAt, current }) => (
          <tr key={id}>
            <th scope="row" title={device}>
              {deviceName(device)}
              {current && <span className="muted"> · {say('here')}</span>}
            </th>
            <td>{formats.instant(createdAt)}</td>
            <td>{formats.instant(lastUsedAt)}</td>
            <td className={classes.acts}>
              {!current && (
                <button
                  type="button"
                  className={classes.link}
                  aria-label={`${say('end')}: ${deviceName(device)}, ${formats.instant(createdAt)}`}
                  onClick={() => onEnd(id)}
                >
                  {say('end')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
