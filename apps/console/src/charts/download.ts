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
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-linejoin',
    'paint-order',
    'stroke-dasharray',
    'opacity',
    'visibility',
  ],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'],
];

/** A drawing as a file of its own: with its size, its letters and colours, and called what it shows. */
export async function svgOf(drawn: SVGSVGElement, title: string): Promise<string> {
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const own = [...drawn.querySelectorAll<SVGElement>('*')];
  [...copy.querySelectorAll<SVGElement>('*')].forEach((element, n) => {
    const [from] = own.slice(n, n + 1);
    if (!from) return;
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
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser draws no pictures.');
  const address = URL.createObjectURL(new Blob([await svgOf(drawn, title)], { type: 'image/svg+xml' }));
  const draw = async (): Promise<Uint32Array> => {
    const image = new Image();
    image.src = address;
    await image.decode();
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  };
  // A browser says that a drawing is there before its letters are: it is drawn anew until nothing changes any more.
  let before = await draw();
  for (let [same, times] = [0, 0]; same < 2 && times < mostTimes; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const now = await draw();
    same = now.every((pixel, n) => pixel === before[n]) ? same + 1 : 0;
    before = now;
  }
  URL.revokeObjectURL(address);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!made) throw new Error('The picture could not be made.');
  return made;
}

const pause = 50;
const mostTimes = 20;
