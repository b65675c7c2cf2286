/** Drawings of the kinds of goods, each in a square of 64. */
const DRAWINGS: Record<string, string> = {
  lamp: 'M24 10h16l8 20H16zM30 30h4v18h-4zM20 48h24v5H20z',
  mug: 'M14 18h28v5h6a7 7 0 0 1 7 7v4a9 9 0 0 1-9 9h-4v3a7 7 0 0 1-7 7H21a7 7 0 0 1-7-7zM42 28v10h3a5 5 0 0 0 5-5v-2a3 3 0 0 0-3-3z',
  pot: 'M8 26h36v3h16v5H44v8a8 8 0 0 1-8 8H16a8 8 0 0 1-8-8zM22 16h8v6h-8z',
  box: 'M12 18h40v9H12zM14 30h36v20H14zM27 34h10v4H27z',
  toy: 'M20 12a7 7 0 0 1 7 5h10a7 7 0 1 1 8 9 15 15 0 0 1-4 11c6 3 8 8 8 15H15c0-7 2-12 8-15a15 15 0 0 1-4-11 7 7 0 0 1 1-14z',
  brush: 'M26 8h12l4 16-4 6H26l-4-6zM27 32h10v5H27zM28 39h8l-1 17h-6z',
  earphones:
    'M32 10a22 22 0 0 1 22 22v14a7 7 0 0 1-7 7h-5V35h7v-3a17 17 0 0 0-34 0v3h7v18h-5a7 7 0 0 1-7-7V32a22 22 0 0 1 22-22z',
  cable:
    'M12 14h14v18H12zM16 8h6v6h-6zM17 32h4v6a8 8 0 0 0 16 0V26a12 12 0 0 1 12-12h3v4h-3a8 8 0 0 0-8 8v12a12 12 0 0 1-24 0z',
  powerbank:
    'M20 8h24a5 5 0 0 1 5 5v38a5 5 0 0 1-5 5H20a5 5 0 0 1-5-5V13a5 5 0 0 1 5-5zm14 12L24 36h7l-2 10 11-16h-7z',
  phonecase:
    'M22 6h20a6 6 0 0 1 6 6v40a6 6 0 0 1-6 6H22a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6zm0 7v12h11V13zm3 3h5v6h-5z',
  keyboard:
    'M8 20h48v26H8zm4 4v5h6v-5zm9 0v5h6v-5zm9 0v5h6v-5zm9 0v5h13v-5zM12 32v4h10v-4zm13 0v4h6v-4zm9 0v4h6v-4zm9 0v4h9v-4zM19 39v4h26v-4z',
  watch:
    'M24 6h16l2 10a18 18 0 0 1 0 32l-2 10H24l-2-10a18 18 0 0 1 0-32zm8 13a13 13 0 1 0 0 26 13 13 0 0 0 0-26zm-2 5h4v9h7v4H30z',
  shirt: 'M24 10a8 8 0 0 0 16 0l16 8-5 13-6-2v25H19V29l-6 2-5-13z',
  dress: 'M24 8h3a5 5 0 0 0 10 0h3l2 14-4 8 12 26H14l12-26-4-8z',
  bag: 'M14 26h36l4 28H10zM22 24a10 10 0 0 1 20 0h-4a6 6 0 0 0-12 0z',
  shoe: 'M8 22h12l6 8c6 6 16 6 26 9a6 6 0 0 1 4 6v3H8zM8 50h48v4H8z',
  jewelry:
    'M24 8h16l5 7-13 14-13-14zM32 27a15 15 0 1 1 0 30 15 15 0 0 1 0-30zm0 5a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  hat: 'M12 38a20 20 0 0 1 40 0zM6 40h52v4c0 3-52 3-52 0z',
};

const cache = new Map<string, string>();

/** A product's picture as a data: address, so that the page asks no one for an image. */
export function pictureOf({ kind, hue }: { kind: string; hue: number }): string {
  const key = `${kind} ${hue}`;
  const known = cache.get(key);
  if (known) return known;
  const light = `hsl(${hue} 62% 88%)`;
  const deep = `hsl(${(hue + 32) % 360} 52% 66%)`;
  const ink = `hsl(${(hue + 16) % 360} 42% 34%)`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><defs><linearGradient id="g" x2="1" y2="1">` +
    `<stop stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>` +
    `<path fill="url(#g)" d="M0 0h64v64H0z"/><ellipse cx="32" cy="56" rx="21" ry="3.5" fill="#000" opacity=".1"/>` +
    `<g transform="translate(6.4 5) scale(.8)"><path fill="${ink}" fill-rule="evenodd" d="${DRAWINGS[kind] ?? ''}"/></g></svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  cache.set(key, address);
  return address;
}
