import { createRandom, seedOf } from '../../world/random';
import { encodePng, type Pixel } from './png';

type Colour = readonly [number, number, number];

/** Soft pairs of colours; a picture runs from one to the other. */
const PAIRS: readonly (readonly [Colour, Colour])[] = [
  [
    [255, 214, 165],
    [255, 173, 173],
  ],
  [
    [202, 255, 191],
    [155, 246, 255],
  ],
  [
    [189, 178, 255],
    [255, 198, 255],
  ],
  [
    [160, 196, 255],
    [189, 224, 254],
  ],
  [
    [255, 236, 179],
    [255, 183, 77],
  ],
  [
    [200, 230, 201],
    [129, 199, 132],
  ],
  [
    [248, 200, 220],
    [176, 196, 222],
  ],
  [
    [215, 204, 200],
    [161, 136, 127],
  ],
];

/**
 * A picture for any address: a gradient with a few soft discs, always the same for the same name. Small (its long side
 * 200), whatever size the page speaks of; the shape is that of a card unless `square`.
 */
export function paintPicture(name: string, isSquare: boolean): Buffer {
  const random = createRandom(seedOf('picture', name));
  const [from, to] = random.pick(PAIRS);
  const width = 150;
  const height = isSquare ? 150 : 200;
  const discs = Array.from({ length: 4 }, () => ({
    x: random.between(0, width),
    y: random.between(0, height),
    radius: random.between(20, 70),
    light: random.chance(0.6) ? 34 : -26,
  }));
  const tilt = random.next() * 0.8 + 0.1;
  return encodePng(width, height, (x, y): Pixel => {
    const share = Math.min(1, Math.max(0, (x / width) * tilt + (y / height) * (1 - tilt)));
    let light = 0;
    for (const disc of discs) {
      const distance = Math.hypot(x - disc.x, y - disc.y);
      if (distance < disc.radius) light += disc.light * Math.sqrt(1 - distance / disc.radius);
    }
    const mix = (index: 0 | 1 | 2): number =>
      Math.min(255, Math.max(0, Math.round(from[index] + (to[index] - from[index]) * share + light)));
    return [mix(0), mix(1), mix(2), 255];
  });
}

/** A round yellow face on nothing, with eyes and a mouth that depend on the name. */
export function paintEmoji(name: string): Buffer {
  const random = createRandom(seedOf('emoji', name));
  const size = 64;
  const bend = random.between(-8, 8);
  const eye = random.between(3, 6);
  const skin: Colour = [255, random.between(196, 222), random.between(60, 120)];
  return encodePng(size, size, (x, y): Pixel => {
    const dx = x - 31.5;
    const dy = y - 31.5;
    const distance = Math.hypot(dx, dy);
    if (distance > 30) return [0, 0, 0, 0];
    const isEye = Math.hypot(Math.abs(dx) - 11, dy + 7) < eye;
    const mouthY = 12 + bend * (1 - (dx / 14) ** 2) * 0.6;
    const isMouth = Math.abs(dx) < 14 && Math.abs(dy - mouthY) < 2.2;
    if (isEye || isMouth) return [92, 58, 20, 255];
    return [skin[0], skin[1], skin[2], distance > 29 ? 160 : 255];
  });
}
