/** The two hatches, once a page: what is expected, and who has not bought yet. */
export function Hatches() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        {hatch('hatch-forecast', 'var(--forecast-ground)', 'var(--forecast)')}
        {hatch('hatch-not-yet', 'var(--lost-ground)', 'var(--lost)')}
      </defs>
    </svg>
  );
}

const hatch = (id: string, ground: string, line: string) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="5" height="5" fill={ground} />
    <rect width="1.7" height="5" fill={line} />
  </pattern>
);
