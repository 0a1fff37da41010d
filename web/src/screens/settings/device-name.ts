const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\//, 'Яндекс Браузер'],
  [/EdgA?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** «Chrome, Windows» out of what a browser calls itself; whatever it says where that is neither. */
export function deviceName(agent: string): string {
  const known = [browsers, systems].flatMap((kinds) => kinds.find(([sign]) => sign.test(agent))?.[1] ?? []);
  return known.length > 0 ? known.join(', ') : agent;
}
