import type { Picture } from './picture.ts';

/**
 * A part of the page as a picture that needs no page: boxes, letters and drawings where they stand, in the colours that
 * they have. Knows what charts of the house are made of: plain boxes, hatches, hairlines, text, SVG.
 */
export function drawn(root: HTMLElement): Picture {
  const { left, top, width, height } = root.getBoundingClientRect();
  const hatches = new Map<string, string>();
  const shapes = shapesIn(root, { left, top }, hatches).join('');
  const defs = [...hatches.values()].join('');
  const size = `width="${round(width)}" height="${round(height)}"`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${round(width)} ${round(height)}"><defs>${defs}</defs>${shapes}</svg>`,
    width,
    height,
    ground: getComputedStyle(document.documentElement).getPropertyValue('--page').trim(),
  };
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

/** SVG of patterns by their ids. */
type Hatches = Map<string, string>;

function shapesIn(element: Element, corner: Corner, hatches: Hatches): string[] {
  const style = getComputedStyle(element);
  if (style.visibility === 'hidden' || style.clipPath !== 'none' || element.matches('[aria-haspopup]'))
    return [];
  if (element instanceof SVGSVGElement) return [drawing(element, corner, hatches)];
  const parts = box(element, style, corner, hatches);
  for (const node of element.childNodes) {
    if (node instanceof Element) parts.push(...shapesIn(node, corner, hatches));
    else if (node instanceof Text) parts.push(...letters(node, style, corner));
  }
  return parts;
}

function box(element: Element, style: CSSStyleDeclaration, corner: Corner, hatches: Hatches): string[] {
  const rect = element.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return [];
  const [x, y] = [rect.left - corner.left, rect.top - corner.top];
  const fill = style.backgroundImage === 'none' ? style.backgroundColor : hatched(style, hatches);
  const parts = isClear(fill)
    ? []
    : [
        `<rect x="${round(x)}" y="${round(y)}" width="${round(rect.width)}" height="${round(rect.height)}" rx="${Number.parseFloat(style.borderRadius) || 0}" fill="${fill}"/>`,
      ];
  const edge = (width: string, colour: string, line: string) => {
    if (Number.parseFloat(width) > 0 && !isClear(colour))
      parts.push(`<path d="${line}" stroke="${colour}" stroke-width="${Number.parseFloat(width)}"/>`);
  };
  const [right, bottom] = [x + rect.width, y + rect.height];
  edge(style.borderTopWidth, style.borderTopColor, `M${round(x)} ${round(y)}H${round(right)}`);
  edge(style.borderBottomWidth, style.borderBottomColor, `M${round(x)} ${round(bottom)}H${round(right)}`);
  edge(style.borderLeftWidth, style.borderLeftColor, `M${round(x)} ${round(y)}V${round(bottom)}`);
  edge(style.borderRightWidth, style.borderRightColor, `M${round(right)} ${round(y)}V${round(bottom)}`);
  return parts;
}

/** Hatches of style sheets are gradients of two colours. */
function hatched({ backgroundImage, backgroundColor }: CSSStyleDeclaration, hatches: Hatches): string {
  const [line = backgroundColor, ground = line] = new Set(backgroundImage.match(/rgba?\([^)]*\)/g) ?? []);
  const id = `hatch-${hatches.size}`;
  hatches.set(
    id,
    `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${ground}"/><rect width="1.7" height="5" fill="${line}"/></pattern>`,
  );
  return `url(#${id})`;
}

/** A text by its words: where lines break, the page has decided. */
function letters(node: Text, style: CSSStyleDeclaration, corner: Corner): string[] {
  const size = Number.parseFloat(style.fontSize);
  const range = document.createRange();
  return [...node.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, top, height } = range.getBoundingClientRect();
    const [x, y] = [left - corner.left, top - corner.top + height / 2 + size * 0.36];
    return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${style.fontWeight}" fill="${style.color}">${escaped(word)}</text>`;
  });
}

const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
];

function drawing(svg: SVGSVGElement, corner: Corner, hatches: Hatches): string {
  const rect = svg.getBoundingClientRect();
  const copy = looking(svg, hatches) as SVGSVGElement;
  copy.setAttribute('x', round(rect.left - corner.left));
  copy.setAttribute('y', round(rect.top - corner.top));
  copy.setAttribute('width', round(rect.width));
  copy.setAttribute('height', round(rect.height));
  return new XMLSerializer().serializeToString(copy);
}

/** A copy that says itself what style sheets have said of it. */
function looking(original: Element, hatches: Hatches): Element {
  const copy = original.cloneNode(true) as Element;
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [at, one] of [original, ...original.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(one);
    for (const name of looks) {
      const value = style.getPropertyValue(name).replaceAll('"', '');
      copies[at]?.setAttribute(name, value);
      const id = /^url\(#(.+)\)$/.exec(value)?.[1];
      const hatch = id && document.getElementById(id);
      if (hatch && !hatches.has(id))
        hatches.set(id, new XMLSerializer().serializeToString(looking(hatch, hatches)));
    }
    copies[at]?.removeAttribute('class');
  }
  return copy;
}

const isClear = (colour: string): boolean => /^(transparent|none|rgba\(0, 0, 0, 0\))$/.test(colour);
const round = (value: number): string => String(Math.round(value * 10) / 10);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
