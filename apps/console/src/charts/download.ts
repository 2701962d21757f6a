import { embeddedFonts } from './fonts';

/** Gives somebody a file. Its name is what it shows, without what no file name may have. */
export function save(content: string | Blob, type: string, name: string): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]+/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const drawnBy = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'visibility'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'],
];

/** A drawing as a file of its own: with its size, its letters and colours, and called what it shows. */
export async function svgOf(drawn: SVGSVGElement, title: string): Promise<string> {
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const own = [...drawn.querySelectorAll<SVGElement>('*')];
  [...copy.querySelectorAll<SVGElement>('*')].forEach((element, n) => {
    const [from] = own.slice(n, n + 1);
    if (!from || element.closest('defs')) return;
    // Away from the page its style sheets and variables say nothing.
    const style = getComputedStyle(from);
    for (const name of drawnBy) element.style.setProperty(name, style.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'href', 'role']) element.removeAttribute(name);
  });
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const name = svgElement('title');
  name.textContent = title;
  const ground = svgElement('rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const letters = svgElement('style');
  letters.textContent = await embeddedFonts(copy.textContent);
  copy.prepend(name, letters, ground);
  return new XMLSerializer().serializeToString(copy);
}

const svgElement = (name: 'title' | 'style' | 'rect') =>
  document.createElementNS('http://www.w3.org/2000/svg', name);

/** The same as a picture, twice as fine as the screen. */
export async function pngOf(drawn: SVGSVGElement, title: string): Promise<Blob> {
  const { width, height } = drawn.getBoundingClientRect();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([await svgOf(drawn, title)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!made) throw new Error('The picture could not be made.');
  return made;
}
