// @ts-check
// Turns the coloured output of a terminal program (standard input) into an SVG (standard output), for the README.
//
//   node scripts/terminal-picture.js --title 'akb report' [--prompt 'akb report --by branch'] [--theme dark] < ansi.txt
//
// The pictures of the README show the demo company. `script` (util-linux) lends the report a terminal of a known width:
//
//   akb demo --lines 300k --until 2026-10
//   for lang in ru en; do
//     script -qec "stty cols 100; akb report --by branch --lang $lang" /dev/null > report.ansi
//     for theme in light dark; do
//       node scripts/terminal-picture.js --title АКБ --prompt 'akb report --by branch' --theme $theme \
//         < report.ansi > docs/images/report.$lang.$theme.svg
//     done
//   done
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

/** Colours by what the program means with them; contrast on the page at least 4.5. */
const themes = {
  light: {
    page: '#ffffff',
    frame: '#d3d8db',
    ink: '#14191c',
    faint: '#646f77',
    colours: ['#14191c', '#b44206', '#005e50', '#7a5200', '#2f67d5', '#6c1998', '#005e50', '#475159'],
  },
  dark: {
    page: '#101314',
    frame: '#353d41',
    ink: '#eceff0',
    faint: '#8b969d',
    colours: ['#eceff0', '#f08a4a', '#45b39f', '#f0c766', '#6ab3fd', '#bc93ee', '#45b39f', '#aeb8be'],
  },
};

const fonts = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
const fontSize = 13;
const cell = 7.8;
const line = 19;
const margin = 18;
const bar = 34;

/** @typedef {{ bold: boolean, dim: boolean, colour: number | undefined }} Style `colour`: 0 black … 7 white */
/** @typedef {{ text: string, at: number, style: Style }} Run cells of one style from column `at` on */

const { values: options } = parseArgs({
  options: {
    title: { type: 'string', default: '' },
    prompt: { type: 'string' },
    theme: { type: 'string', default: 'light' },
  },
});
const theme = options.theme === 'dark' ? themes.dark : themes.light;
const prompt = options.prompt === undefined ? '' : `\x1b[2m$\x1b[22m \x1b[1m${options.prompt}\x1b[22m\n\n`;
process.stdout.write(draw(linesOf(prompt + (await readAll(process.stdin)))));

/**
 * @param {string} ansi
 * @returns {Run[][]}
 */
function linesOf(ansi) {
  const lines = ansi.replaceAll('\r', '').trimEnd().split('\n');
  /** @type {Style} */
  let style = { bold: false, dim: false, colour: undefined };
  return lines.map((text) => {
    /** @type {Run[]} */
    const runs = [];
    let at = 0;
    // An escape sequence (only those that end in "m" set a style), or text up to the next one.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal is told with
    for (const [part, codes, end] of text.matchAll(/\x1b\[([\d;?]*)([A-Za-z])|[^\x1b]+|\x1b/g)) {
      if (end === 'm') style = styled(style, codes ?? '');
      if (part.startsWith('\x1b')) continue;
      runs.push({ text: part, at, style });
      at += widthOf(part);
    }
    return runs;
  });
}

/**
 * @param {Style} style
 * @param {string} codes of an SGR sequence, `1;36`
 * @returns {Style}
 */
function styled(style, codes) {
  let { bold, dim, colour } = style;
  for (const code of codes.split(';').map(Number)) {
    if (code === 0) [bold, dim, colour] = [false, false, undefined];
    else if (code === 1) bold = true;
    else if (code === 2) dim = true;
    else if (code === 22) [bold, dim] = [false, false];
    else if (code >= 30 && code <= 37) colour = code - 30;
    else if (code >= 90 && code <= 97) colour = code - 90;
    else if (code === 39) colour = undefined;
  }
  return { bold, dim, colour };
}

/** @param {string} text */
function widthOf(text) {
  return [...text.replace(/\p{M}/gu, '')].length;
}

/** @param {readonly Run[][]} lines */
function draw(lines) {
  const columns = Math.max(...lines.flat().map(({ text, at }) => at + widthOf(text.trimEnd())));
  const width = Math.ceil(columns * cell + 2 * margin);
  const height = Math.ceil(bar + lines.length * line + margin);
  const title = escaped(options.title);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${title}</title>
<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" fill="${theme.colours[1]}"/></pattern></defs>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${theme.page}" stroke="${theme.frame}"/>
${[0, 1, 2].map((dot) => `<circle cx="${margin + 5 + dot * 18}" cy="${bar / 2}" r="5" fill="${theme.frame}"/>`).join('')}
<g font-family="${fonts}" font-size="${fontSize}" fill="${theme.ink}" style="white-space:pre">
<text x="${width / 2}" y="${bar / 2 + 4}" text-anchor="middle" fill="${theme.faint}">${title}</text>
${lines.flatMap((runs, row) => runs.flatMap((run) => shapes(run, bar + row * line))).join('\n')}
</g>
</svg>
`;
}

/**
 * Bars and rules are drawn, so that no font leaves gaps between their cells; words are stretched to their cells.
 * @param {Run} run
 * @param {number} top
 * @returns {string[]}
 */
function shapes({ text, at, style }, top) {
  return [...text.matchAll(/█+|░+|─+|[^\s█░─](?:(?! {2}|[█░─])[^█░─])*/gu)].map(({ 0: part, index }) => {
    const shown = part.trimEnd();
    const cells = widthOf(shown);
    const x = round(margin + (at + widthOf(text.slice(0, index))) * cell);
    const width = round(cells * cell);
    const fill =
      style.colour === undefined ? (style.dim ? theme.faint : theme.ink) : theme.colours[style.colour];
    if (part.startsWith('─'))
      return `<rect x="${x}" y="${top + line / 2}" width="${width}" height="1" fill="${theme.frame}"/>`;
    if (part.startsWith('█') || part.startsWith('░')) {
      const opacity = style.dim ? ' opacity="0.45"' : '';
      const paint = part.startsWith('░') ? 'url(#hatch)' : fill;
      return `<rect x="${x}" y="${top + 3}" width="${width}" height="${line - 6}" rx="1" fill="${paint}"${opacity}/>`;
    }
    const weight = style.bold ? ' font-weight="700"' : '';
    const colour = fill === theme.ink ? '' : ` fill="${fill}"`;
    return `<text x="${x}" y="${top + 14}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${weight}${colour} xml:space="preserve">${escaped(shown)}</text>`;
  });
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
