/** Synthetic pictures, sound and hostile. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

const orange = { r: 220, g: 120, b: 30 };

/** A picture of one colour with a stripe, so that it has an up and a down. */
export function picture(width: number, height: number) {
  const stripe = { create: { width, height: Math.ceil(height / 4), channels: 3 as const, background: 'black' } };
  return sharp({ create: { width, height, channels: 3, background: orange } }).composite([
    { input: stripe, top: 0, left: 0 },
  ]);
}

/** As a telephone makes it: lying on its side, with a position and a device's name. */
export const telephonePicture = () =>
  picture(900, 600)
    .withExif({
      IFD0: { Make: 'SyntheticPhone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 4/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '7/1 41/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG that says to be this large and has hardly any bytes: a bomb where somebody unpacks it. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const rows = deflateSync(Buffer.alloc(1024 * 1024));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
