/** A chart as it stands on the page. */
export interface Picture {
  /** Markup of the drawing, which leaves its letters and its ground to the page. */
  readonly svg: string;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly ground: string;
}

/** So many dots of a picture for one of the page: it is printed and shown on large screens. */
const dots = 2;

/** Complete by itself, without the page around it. */
export function svgOf({ svg, ground }: Picture): Blob {
  const own = svg.replace(
    /^<svg([^>]*)>/,
    `<svg$1 font-family="Inter, 'Segoe UI', Arial, sans-serif"><rect width="100%" height="100%" fill="${ground}"/>`,
  );
  return new Blob([own], { type: 'image/svg+xml' });
}

export async function pngOf(picture: Picture): Promise<Blob> {
  const address = URL.createObjectURL(svgOf(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * dots;
    canvas.height = picture.height * dots;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
