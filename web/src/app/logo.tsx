/** Two sets and what they share. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 20 20" aria-hidden="true" style={{ flex: 'none' }}>
      <g fill="none" stroke="var(--accent)" strokeWidth="1.6">
        <circle cx="7.2" cy="10" r="6.2" />
        <circle cx="12.8" cy="10" r="6.2" />
      </g>
      <path d="M10 4.5a6.2 6.2 0 0 1 0 11a6.2 6.2 0 0 1 0-11z" fill="var(--accent)" />
    </svg>
  );
}
