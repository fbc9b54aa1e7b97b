// Draws the pictures that stand for the hub and its days where links are shared: 1200 × 630 PNG, one per palette, the
// hexagons of the logo on the colour of the banner. Run by ClientAssets.targets: node build-share-images.mjs <folder>
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

const [width, height] = [1200, 630];
const samples = 3;
const yellow = [255, 201, 51];

// The same as in palette.css.
const palettes = {
  hub: [11, 54, 64],
  pastel: [19, 71, 102],
  garance: [122, 36, 23],
  gaude: [92, 65, 0],
  reseda: [31, 77, 34],
  orseille: [78, 42, 107],
  noyer: [85, 59, 30],
};

// Flat-topped hexagons of a given half width: distance to the middle of the nearest side, 1 on the side itself.
const reach = (x, y, size) => {
  const [a, b] = [Math.abs(x) / size, Math.abs(y) / size];
  return Math.max(b / 0.866, a + b / 1.732);
};

// Five hexagons draw an H; the one in the middle is the hub.
const size = 88;
const step = [size * 1.62, size * 0.94];
const letter = [[-1, -1], [-1, 1], [1, -1], [1, 1], [0, 0]].map(([x, y]) => [width / 2 + x * step[0], height / 2 + y * step[1]]);

// A mesh of outlines behind, brighter to the right.
const mesh = (x, y) => {
  const cell = 84;
  const column = Math.round(x / (cell * 1.5));
  let nearest = Infinity;
  for (const c of [column - 1, column, column + 1]) {
    const shift = (c & 1) * cell * 0.866;
    const r = Math.round((y - shift) / (cell * 1.732));
    nearest = Math.min(nearest, reach(x - c * cell * 1.5, y - shift - r * cell * 1.732, cell));
  }
  return nearest > 0.975 ? 0.16 * Math.min(1, Math.max(0, (x - 200) / 900)) : 0;
};

// How much of each pixel is white, yellow, and lit by the mesh: the same in every palette.
const shares = new Float32Array(width * height * 3);
for (let i = 0; i < width * height; i++) {
  for (let s = 0; s < samples * samples; s++) {
    const x = (i % width) + ((s % samples) + 0.5) / samples;
    const y = Math.floor(i / width) + (Math.floor(s / samples) + 0.5) / samples;
    const hit = letter.findIndex(([cx, cy]) => reach(x - cx, y - cy, size) <= 1);
    const [kind, share] = hit < 0 ? [2, mesh(x, y)] : [hit === 4 ? 1 : 0, 1];
    shares[i * 3 + kind] += share / (samples * samples);
  }
}

const chunk = (name, data) => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const draw = (ground) => {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let i = 0; i < width * height; i++) {
    const [inWhite, inYellow, light] = shares.subarray(i * 3, i * 3 + 3);
    const at = Math.floor(i / width) * (1 + width * 3) + 1 + (i % width) * 3;
    ground.forEach((c, k) => {
      rows[at + k] = Math.round(c + (255 - c) * (inWhite + light) + (yellow[k] - c) * inYellow);
    });
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
};

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, ground] of Object.entries(palettes)) writeFileSync(join(folder, `${name}.png`), draw(ground));
